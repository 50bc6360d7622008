#include "store/Initials.h"

#include <algorithm>
#include <array>
#include <iconv.h>

namespace campus::store {

namespace {

struct Range {
    unsigned first; // GB 2312 code of the first character with the letter
    char letter;
};

constexpr std::array kRanges{
    Range{0xB0A1, 'a'}, Range{0xB0C5, 'b'}, Range{0xB2C1, 'c'}, Range{0xB4EE, 'd'}, Range{0xB6EA, 'e'},
    Range{0xB7A2, 'f'}, Range{0xB8C1, 'g'}, Range{0xB9FE, 'h'}, Range{0xBBF7, 'j'}, Range{0xBFA6, 'k'},
    Range{0xC0AC, 'l'}, Range{0xC2E8, 'm'}, Range{0xC4C3, 'n'}, Range{0xC5B6, 'o'}, Range{0xC5BE, 'p'},
    Range{0xC6DA, 'q'}, Range{0xC8BB, 'r'}, Range{0xC8F6, 's'}, Range{0xCBFA, 't'}, Range{0xCDDA, 'w'},
    Range{0xCEF4, 'x'}, Range{0xD1B9, 'y'}, Range{0xD4D1, 'z'},
};
constexpr unsigned kLast = 0xD7F9;

char letterOf(unsigned code)
{
    if (code < kRanges.front().first || code > kLast)
        return 0;
    const auto after = std::upper_bound(kRanges.begin(), kRanges.end(), code,
                                        [](unsigned value, const Range &range) {
                                            return value < range.first;
                                        });
    return std::prev(after)->letter;
}

// The octets of one character from `text` on.
std::size_t lengthAt(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(length, text.size());
}

} // namespace

std::string initialsOf(std::string_view name)
{
    std::string initials;
    const iconv_t converter = iconv_open("GB2312", "UTF-8");
    if (converter == reinterpret_cast<iconv_t>(-1))
        return initials;
    while (!name.empty()) {
        const std::size_t length = lengthAt(name);
        std::array<char, 8> in{}, out{};
        std::copy_n(name.begin(), length, in.begin());
        name.remove_prefix(length);
        const char plain = in[0];
        if (length == 1) {
            if (plain >= 'A' && plain <= 'Z')
                initials += static_cast<char>(plain - 'A' + 'a');
            else if ((plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9'))
                initials += plain;
            continue;
        }
        char *from = in.data(), *to = out.data();
        std::size_t inLeft = length, outLeft = out.size();
        iconv(converter, nullptr, nullptr, nullptr, nullptr);
        if (iconv(converter, &from, &inLeft, &to, &outLeft) == static_cast<std::size_t>(-1)
            || outLeft != out.size() - 2)
            continue;
        const unsigned code = static_cast<unsigned char>(out[0]) * 256u
            + static_cast<unsigned char>(out[1]);
        if (const char letter = letterOf(code); letter != 0)
            initials += letter;
    }
    iconv_close(converter);
    return initials;
}

} // namespace campus::store
