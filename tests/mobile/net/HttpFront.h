// A server of the tests behind real sockets: reads the octets of every request, lets a SyncServer
// answer, and writes what our HTTP server would write. For ScriptedServer; on its thread.
#pragma once

#include "core/Limits.h"
#include "domain/Words.h"
#include "mobile/net/ScriptedServer.h"
#include "support/SyncServer.h"
#include "wire/MessageCodec.h"
#include "wire/Routes.h"

namespace campus::support {

class HttpFront
{
public:
    explicit HttpFront(SyncServer &server) : m_server(server) {}

    Scripted operator()(const Asked &asked)
    {
        namespace routes = wire::routes;
        m_token = asked.headers.value("authorization").mid(7).toStdString();
        const std::string path = asked.target.left(asked.target.indexOf('?')).toStdString();
        const auto withToken = [this](auto method) {
            return [this, method](const auto &request) {
                return (m_server.*method)(m_token, request);
            };
        };
        if (asked.target.startsWith(routes::kBlobs.data()))
            return blobs(asked);
        if (asked.target == routes::kRefresh.data())
            return message<wire::RefreshRequest>(asked, withToken(&SyncServer::refresh));
        if (asked.target == routes::kPush.data())
            return message<wire::PushRequest>(asked, withToken(&SyncServer::push));
        if (asked.target == routes::kPull.data())
            return message<wire::PullRequest>(asked, withToken(&SyncServer::pull));
        if (asked.target == routes::kHeads.data())
            return message<wire::HeadsRequest>(asked, withToken(&SyncServer::heads));
        if (asked.target == routes::kFetch.data())
            return message<wire::FetchRequest>(asked, withToken(&SyncServer::fetch));
        if (asked.target == routes::kBootstrap.data())
            return message<wire::BootstrapRequest>(asked, withToken(&SyncServer::bootstrap));
        if (asked.target == routes::kQuarantine.data())
            return message<wire::QuarantineRequest>(asked, withToken(&SyncServer::quarantine));
        return refused({ErrorCode::NotFound, "no such path"});
    }

private:
    static Scripted refused(const Error &error)
    {
        wire::Problem problem;
        problem.code = factsOf(error.code).name;
        problem.status = factsOf(error.code).httpStatus;
        problem.detail = error.detail;
        return ours(problem.status, "application/problem+json",
                    QByteArray::fromStdString(wire::encode(problem)));
    }

    template <typename Message, typename Serve>
    static Scripted message(const Asked &asked, Serve serve)
    {
        std::string body = asked.body.toStdString();
        if (asked.headers.value("content-encoding") == "zstd") {
            const auto plain = wire::inflate(body);
            if (!plain)
                return refused(plain.error());
            body = *plain;
        }
        const auto request = wire::decode<Message>(body);
        if (!request)
            return refused(request.error());
        const auto answer = serve(*request);
        if (!answer)
            return refused(answer.error());
        return ours(200, "application/json",
                    QByteArray::fromStdString(wire::compress(wire::encode(*answer))),
                    {{"Content-Encoding", "zstd"}});
    }

    static Scripted state(int status, const Result<wire::UploadState> &result)
    {
        if (!result)
            return refused(result.error());
        QList<QPair<QByteArray, QByteArray>> headers;
        headers.append(qMakePair(QByteArray("Location"),
                                 "/api/v1/blobs/" + QByteArray::fromStdString(result->upload)));
        headers.append(qMakePair(QByteArray("Upload-Offset"),
                                 QByteArray::number(static_cast<qulonglong>(result->offset))));
        if (result->complete)
            headers.append(qMakePair(QByteArray("Campus-Upload-Complete"), QByteArray("1")));
        return ours(status, "", "", headers);
    }

    Scripted blobs(const Asked &asked)
    {
        const QByteArray last = asked.target.mid(asked.target.lastIndexOf('/') + 1);
        if (asked.method == "POST") {
            const QByteArray metadata = asked.headers.value("upload-metadata");
            const auto digest = Digest::fromHex(
                QByteArray::fromBase64(metadata.split(',').first().split(' ').value(1))
                    .toStdString());
            if (!digest)
                return refused({ErrorCode::InvalidInput, "no hash"});
            return state(201,
                         m_server.startUpload(
                             m_token, {*digest, asked.headers.value("upload-length").toULongLong(),
                                       "image/jpeg"}));
        }
        if (asked.method == "HEAD")
            return state(200, m_server.uploadState(m_token, last.toStdString()));
        if (asked.method == "PATCH")
            return state(204,
                         m_server.patchUpload(m_token, last.toStdString(),
                                              asked.headers.value("upload-offset").toULongLong(),
                                              asBytes(asked.body.toStdString())));
        const QList<QByteArray> parts = last.split('?');
        const QList<QByteArray> object = parts.value(1).mid(7).split(':');
        const auto digest = Digest::fromHex(parts.first().toStdString());
        const auto kind = domain::valueNamed<domain::ObjectKind>(object.first().toStdString());
        if (!digest || !kind)
            return refused({ErrorCode::InvalidInput, "no blob"});
        const auto octets = m_server.blob(m_token, *digest, {*kind, object.value(1).toStdString()});
        if (!octets)
            return refused(octets.error());
        return ours(200, "image/jpeg", QByteArray::fromStdString(std::string(asText(*octets))));
    }

    SyncServer &m_server;
    std::string m_token;
};

} // namespace campus::support
