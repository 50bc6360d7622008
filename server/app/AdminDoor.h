// The running server's door for its own command line: a Unix socket in the data directory that
// only its owner can open. One line asked, one line answered. So commands that write go through
// the one process that writes.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "core/Result.h"
#include "storage/Files.h"

namespace campus::app {

class AdminDoor
{
public:
    using Answer = std::function<Result<std::string>(const std::string &)>; // on the door's thread
    static Result<std::unique_ptr<AdminDoor>> open(const std::string &socket, Answer answer);
    ~AdminDoor();

private:
    AdminDoor(storage::File listener, std::string path, Answer answer);
    void serve();
    storage::File m_listener;
    std::string m_path;
    Answer m_answer;
    std::atomic<bool> m_closing{false};
    std::thread m_thread;
};

// Gone when nobody listens there; else the running server's answer or its error.
Result<std::string> askRunningServer(const std::string &socket, const std::string &line);

} // namespace campus::app
