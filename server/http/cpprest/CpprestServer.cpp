#include <atomic>
#include <random>

#include <arpa/inet.h>
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
constexpr std::size_t kStrangersBodyMax = 64 * 1024; // nobody without a session has more to say
constexpr std::size_t kWaysInQueueMax = 16;

// Octets of bodies in memory, of all exchanges of one server.
using OctetCount = std::atomic<std::size_t>;

// One request on its way through the transport: body in, then a worker, then the answer out.
struct Exchange {
    explicit Exchange(std::shared_ptr<OctetCount> count) : inMemory(std::move(count))
    {
        *inMemory += held;
    }
    ~Exchange() { *inMemory -= held; }
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    rest::http_request message;
    Request request;
    Lane lane = Lane::Open;
    std::vector<std::uint8_t> chunk = std::vector<std::uint8_t>(kChunk);
    std::shared_ptr<OctetCount> inMemory;
    std::size_t held = kChunk; // of this one
};
using ExchangePtr = std::shared_ptr<Exchange>;

class CpprestServer final : public HttpServer
{
public:
    CpprestServer(const Router &router, const ServerOptions &options)
        : m_router(router),
          m_bodiesBytesMax(options.bodiesBytesMax),
          m_pool(options.workers, options.queueMax),
          m_waysIn(1, kWaysInQueueMax)
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
    std::optional<Response> refusalOf(const Exchange &exchange, std::size_t bodySize) const;
    void refuse(const ExchangePtr &exchange, Response response);
    void reply(const ExchangePtr &exchange, const Response &response);

    const Router &m_router;
    std::unique_ptr<http_listener> m_listener;
    std::uint16_t m_port = 0;
    std::atomic<std::uint64_t> m_requests{0};
    std::atomic<bool> m_closing{false};
    std::shared_ptr<OctetCount> m_inMemory = std::make_shared<OctetCount>(0);
    std::size_t m_bodiesBytesMax;
    // Destroyed first: handlers finish while the listener still exists.
    WorkerPool m_pool;
    WorkerPool m_waysIn; // a password hash a request: they must not hold up who is signed in
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
    auto exchange = std::make_shared<Exchange>(m_inMemory);
    exchange->message = message;
    Request &request = exchange->request;
    request.id = "r" + std::to_string(++m_requests);
    request.method = message.method();
    for (const auto &[name, value] : message.headers())
        request.headers.insert_or_assign(name, value);
    const auto target = parseTarget(message.request_uri().to_string());
    if (!target)
        return refuse(exchange,
                      problem({ErrorCode::InvalidInput, "the target is malformed"}, request.id));
    request.path = target->path;
    request.query = target->query;
    exchange->lane = m_router.laneOf(request);
    if (auto refusal =
            refusalOf(*exchange, static_cast<std::size_t>(message.headers().content_length())))
        return refuse(exchange, std::move(*refusal));
    readBody(exchange);
}

// Why no more of a body of that size is taken in.
std::optional<Response> CpprestServer::refusalOf(const Exchange &exchange,
                                                 std::size_t bodySize) const
{
    const Request &request = exchange.request;
    const bool isStranger =
        exchange.lane == Lane::WayIn ||
        (exchange.lane == Lane::Signed && request.header("Authorization").empty());
    const std::size_t most = isStranger ? kStrangersBodyMax : limits::kRequestBodyMax;
    if (bodySize > most && isStranger && exchange.lane == Lane::Signed)
        return problem({ErrorCode::Unauthenticated, "sign in first"}, request.id);
    if (bodySize > most)
        return problem({ErrorCode::TooLarge, "a body may have " + std::to_string(most) + " octets"},
                       request.id);
    if (*m_inMemory > m_bodiesBytesMax)
        return busy(request.id);
    return std::nullopt;
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
            exchange->held += octets;
            *exchange->inMemory += octets;
            if (auto refusal = refusalOf(*exchange, exchange->request.body.size() + octets)) {
                exchange->request.body = {};
                return refuse(exchange, std::move(*refusal));
            }
            exchange->request.body.append(reinterpret_cast<const char *>(exchange->chunk.data()),
                                          octets);
            readBody(exchange);
        });
}

void CpprestServer::bodyArrived(const ExchangePtr &exchange)
{
    exchange->chunk.clear();
    exchange->chunk.shrink_to_fit();
    WorkerPool &pool = exchange->lane == Lane::WayIn ? m_waysIn : m_pool;
    const bool taken = pool.submit(
        [this, exchange] { reply(exchange, m_router.handle(std::move(exchange->request))); });
    if (!taken)
        reply(exchange, busy(exchange->request.id));
}

// Without the closed stream the library would read the whole rest of the body into memory, and
// without Connection: close it would take that rest for the next request.
void CpprestServer::refuse(const ExchangePtr &exchange, Response response)
{
    exchange->message.body().streambuf().close(
        std::ios_base::out, std::make_exception_ptr(std::runtime_error("refused")));
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
            .then([out, contentType, send, id = exchange->request.id](
                      const pplx::task<concurrency::streams::istream> &opened) mutable {
                try {
                    out.set_body(opened.get(), contentType);
                } catch (const std::exception &failure) {
                    log(LogLevel::Error, "blob_not_opened",
                        {{"request", id}, {"what", failure.what()}});
                    out = rest::http_response(rest::status_codes::InternalError);
                    out.headers().add("Campus-Safety", "1");
                    out.headers().add("Cache-Control", "no-store");
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
    in_addr four{};
    if (::inet_pton(AF_INET, address.c_str(), &four) == 1)
        return (ntohl(four.s_addr) >> 24) == 127;
    return address == "::1" || address == "localhost";
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
