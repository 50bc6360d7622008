#include "app/Configuration.h"

#include <charconv>
#include <fstream>

namespace campus::app {

namespace {

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    const auto last = text.find_last_not_of(" \t\r");
    return first == std::string_view::npos ? std::string()
                                           : std::string(text.substr(first, last - first + 1));
}

Result<unsigned> numberFrom(const std::string &text, unsigned least, unsigned most)
{
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
        return {ErrorCode::InvalidInput, "'" + text + "' is not a number from " +
                                             std::to_string(least) + " to " + std::to_string(most)};
    }
    return value;
}

Result<void> set(Configuration &configuration, const std::string &key, const std::string &value)
{
    if (key == "data") {
        configuration.data = value;
    } else if (key == "bind") {
        configuration.bind = value;
    } else if (key == "port") {
        const auto port = portFrom(value);
        if (!port)
            return port.error();
        configuration.port = *port;
    } else if (key == "workers") {
        const auto workers = numberFrom(value, 1, 64);
        if (!workers)
            return workers.error();
        configuration.workers = *workers;
    } else if (key == "log") {
        if (value != "debug" && value != "info" && value != "warning" && value != "error")
            return {ErrorCode::InvalidInput, "log is debug, info, warning or error"};
        configuration.logLevel = value == "debug"     ? LogLevel::Debug
                                 : value == "info"    ? LogLevel::Info
                                 : value == "warning" ? LogLevel::Warning
                                                      : LogLevel::Error;
    } else {
        return {ErrorCode::InvalidInput,
                "'" + key + "' is no key; there are data, bind, port, workers, log"};
    }
    return {};
}

} // namespace

Result<std::uint16_t> portFrom(const std::string &text)
{
    const auto port = numberFrom(text, 0, 65535);
    if (!port)
        return port.error();
    return static_cast<std::uint16_t>(*port);
}

Result<Configuration> readConfiguration(const std::string &file, bool mustExist)
{
    Configuration configuration;
    std::ifstream in(file);
    if (!in) {
        if (mustExist)
            return {ErrorCode::NotFound, "cannot read the configuration file " + file};
        return configuration;
    }
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        const std::string text = trimmed(line.substr(0, line.find('#')));
        if (text.empty())
            continue;
        const std::size_t equals = text.find('=');
        const auto done = equals == std::string::npos
                              ? Result<void>(ErrorCode::InvalidInput, "expected key = value")
                              : set(configuration, trimmed(text.substr(0, equals)),
                                    trimmed(text.substr(equals + 1)));
        if (!done)
            return {ErrorCode::InvalidInput,
                    file + ":" + std::to_string(number) + ": " + done.error().detail};
    }
    return configuration;
}

} // namespace campus::app
