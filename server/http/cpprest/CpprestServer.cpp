#include <atomic>
#include <random>

#include <cpprest/filestream.h>
#include <cpprest/http_listener.h>
#include <pplx/threadpool.h>

#include "core/Bytes.h"
#include "core/Limits.h"
#include "core/Log.h"
#include "http/HttpServer.h"
#include "http/WorkerPool.h"

namespace campus::http {

namespace {

namespace rest = web::http;
using rest::experimental::listener::http_listener;

constexpr std::size_t kChunk = 64 * 1024;

// One request on its way through the transport: body in, then a worker, then the answer out.
struct Exchange {
    rest::http_request message;
    Request request;
    std::vector<std::uint8_t> chunk = std::vector<std::uint8_t>(kChunk);
};
using ExchangePtr = std::shared_ptr<Exchange>;

class CpprestServer final : public HttpServer
{
public:
    CpprestServer(const Router &router, const ServerOptions &options)
        : m_router(router),
          m_pool(options.workers, options.queueMax)
    {
    }
    ~CpprestServer() override { close(); }

    bool open(const std::string &address, std::uint16_t port);
    std::uint16_t port() const override { return m_port; }
    void close() override;

private:
    void receive(rest::http_request message);
    void readBody(const ExchangePtr &exchange);
    void bodyArrived(const ExchangePtr &exchange);
    void refuse(const ExchangePtr &exchange, const Error &error);
    void reply(const ExchangePtr &exchange, const Response &response);

    const Router &m_router;
    std::unique_ptr<http_listener> m_listener;
    std::uint16_t m_port = 0;
    std::atomic<std::uint64_t> m_requests{0};
    std::atomic<bool> m_closing{false};
    WorkerPool m_pool; // destroyed first: handlers finish while the listener still exists
};

bool CpprestServer::open(const std::string &address, std::uint16_t port)
{
    const std::string host = address.find(':') == std::string::npos ? address : "[" + address + "]";
    auto listener = std::make_unique<http_listener>("http://" + host + ":" + std::to_string(port));
    const auto handler = [this](rest::http_request message) { receive(std::move(message)); };
    listener->support(handler);
    // The library answers these two itself unless they are named: OPTIONS with an empty Allow,
    // TRACE with an echo of the credentials.
    listener->support(rest::methods::OPTIONS, handler);
    listener->support(rest::methods::TRCE, handler);
    try {
        listener->open().wait();
    } catch (const std::exception &failure) {
        log(LogLevel::Debug, "port_not_opened", {{"port", port}, {"what", failure.what()}});
        return false;
    }
    m_listener = std::move(listener);
    m_port = port;
    return true;
}

void CpprestServer::close()
{
    if (m_closing.exchange(true) || !m_listener)
        return;
    try {
        m_listener->close().wait();
    } catch (const std::exception &failure) {
        log(LogLevel::Warning, "listener_close", {{"what", failure.what()}});
    }
}

void CpprestServer::receive(rest::http_request message)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->message = message;
    Request &request = exchange->request;
    request.id = "r" + std::to_string(++m_requests);
    request.method = message.method();
    for (const auto &[name, value] : message.headers())
        request.headers.insert_or_assign(name, value);
    const auto target = parseTarget(message.request_uri().to_string());
    if (!target)
        return refuse(exchange, {ErrorCode::InvalidInput, "the request target is malformed"});
    request.path = target->path;
    request.query = target->query;
    if (message.headers().content_length() > limits::kRequestBodyMax)
        return refuse(exchange,
                      {ErrorCode::TooLarge,
                       "a body may have " + std::to_string(limits::kRequestBodyMax) + " octets"});
    readBody(exchange);
}

void CpprestServer::readBody(const ExchangePtr &exchange)
{
    auto buffer = exchange->message.body().streambuf();
    buffer.getn(exchange->chunk.data(), exchange->chunk.size())
        .then([this, exchange](const pplx::task<std::size_t> &read) {
            std::size_t octets = 0;
            try {
                octets = read.get();
            } catch (const std::exception &) {
                exchange->request.cutShort = true;
            }
            if (octets == 0)
                return bodyArrived(exchange);
            if (exchange->request.body.size() + octets > limits::kRequestBodyMax)
                return refuse(exchange, {ErrorCode::TooLarge, "the body is over the limit"});
            exchange->request.body.append(reinterpret_cast<const char *>(exchange->chunk.data()),
                                          octets);
            readBody(exchange);
        });
}

void CpprestServer::bodyArrived(const ExchangePtr &exchange)
{
    exchange->chunk.clear();
    exchange->chunk.shrink_to_fit();
    const bool taken = m_pool.submit(
        [this, exchange] { reply(exchange, m_router.handle(std::move(exchange->request))); });
    if (!taken) {
        Response busy =
            problem({ErrorCode::RateLimited, "too many requests at once"}, exchange->request.id, 2);
        busy.status = 503;
        reply(exchange, busy);
    }
}

// Without the closed stream the library would read the whole rest of the body into memory, and
// without Connection: close it would take that rest for the next request.
void CpprestServer::refuse(const ExchangePtr &exchange, const Error &error)
{
    exchange->message.body().streambuf().close(
        std::ios_base::out, std::make_exception_ptr(std::runtime_error("refused")));
    Response response = problem(error, exchange->request.id);
    response.closeAfter = true;
    reply(exchange, response.with("Campus-Safety", "1"));
}

void CpprestServer::reply(const ExchangePtr &exchange, const Response &response)
{
    rest::http_response out(static_cast<rest::status_code>(response.status));
    const bool head = exchange->message.method() == rest::methods::HEAD;
    std::string contentType = "application/octet-stream";
    for (const auto &[name, value] : response.headers) {
        if (CaselessLess less; !less(name, "Content-Type") && !less("Content-Type", name))
            contentType = value;
        else
            out.headers().add(name, value);
    }
    if (response.closeAfter)
        out.headers().add("Connection", "close");
    const auto send = [message = exchange->message](rest::http_response answer) {
        message.reply(std::move(answer)).then([](const pplx::task<void> &sent) {
            try {
                sent.get();
            } catch (const std::exception &) {
                // The client went away; whatever was done stays done and is answered on repeat.
            }
        });
    };
    if (response.file && !head) {
        concurrency::streams::fstream::open_istream(*response.file,
                                                    std::ios_base::in | std::ios_base::binary)
            .then([out, contentType,
                   send](const pplx::task<concurrency::streams::istream> &opened) mutable {
                try {
                    out.set_body(opened.get(), contentType);
                } catch (const std::exception &) {
                    out.set_status_code(rest::status_codes::InternalError);
                }
                send(std::move(out));
            });
        return;
    }
    if (!head && !response.body.empty())
        out.set_body(concurrency::streams::bytestream::open_istream(response.body),
                     response.body.size(), contentType);
    send(std::move(out));
}

} // namespace

bool isLoopback(const std::string &address)
{
    return address.rfind("127.", 0) == 0 || address == "::1" || address == "localhost";
}

Result<std::unique_ptr<HttpServer>> listen(const Router &router, const ServerOptions &options)
{
    if (!isLoopback(options.address)) {
        return {ErrorCode::InvalidInput, "this version listens on loopback only; '" +
                                             options.address +
                                             "' is refused (put a reverse proxy in front)"};
    }
    static std::once_flag once; // the library's pool is one a process
    std::call_once(once, [] { crossplat::threadpool::initialize_with_threads(2); });
    auto server = std::make_unique<CpprestServer>(router, options);
    // Below 32768, so that no outgoing connection of this machine takes the port meanwhile.
    std::random_device seed;
    std::mt19937 generator(seed());
    std::uniform_int_distribution<int> anyPort(20000, 32000);
    const int tries = options.port == 0 ? 200 : 1;
    for (int i = 0; i < tries; ++i) {
        const int port = options.port == 0 ? anyPort(generator) : options.port;
        if (server->open(options.address, static_cast<std::uint16_t>(port)))
            return std::unique_ptr<HttpServer>(std::move(server));
    }
    return {ErrorCode::StorageFailed,
            options.port == 0
                ? std::string("no free port was found between 20000 and 32000")
                : "port " + std::to_string(options.port) + " is taken; choose another with --port"};
}

} // namespace campus::http
