#include "service/CodeText.h"

#include <array>

namespace campus::service {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kSelectorChars = 4;
constexpr std::size_t kChars = 12;

char read(char c)
{
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O')
        return '0';
    return c == 'I' || c == 'L' ? '1' : c;
}

} // namespace

std::string CodeText::shown() const
{
    return selector + "-" + secret.substr(0, 4) + "-" + secret.substr(4);
}

CodeText CodeText::draw(Random &random)
{
    std::array<std::uint8_t, kChars> octets{};
    random.fill(octets);
    std::string text;
    for (const std::uint8_t octet : octets)
        text += kAlphabet[octet % kAlphabet.size()]; // 32 divides 256: every letter is as likely
    return {text.substr(0, kSelectorChars), text.substr(kSelectorChars)};
}

std::optional<CodeText> CodeText::parse(std::string_view typed)
{
    std::string text;
    for (const char c : typed) {
        if (c == ' ' || c == '-')
            continue;
        const char letter = read(c);
        if (kAlphabet.find(letter) == std::string_view::npos || text.size() == kChars)
            return std::nullopt;
        text += letter;
    }
    if (text.size() != kChars)
        return std::nullopt;
    return CodeText{text.substr(0, kSelectorChars), text.substr(kSelectorChars)};
}

} // namespace campus::service
