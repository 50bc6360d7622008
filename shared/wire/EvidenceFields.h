// The members of evidence and answers, for reading and for writing. Private to wire.
#pragma once

#include "domain/Answer.h"
#include "domain/Evidence.h"
#include "wire/JsonWriter.h"

namespace campus::wire {

template <typename Io>
void fields(Io &io, Seen<Io, domain::Photo> &photo)
{
    io.need("original", photo.original);
    io.field("preview", photo.preview);
    io.field("bytes", photo.bytes);
    io.field("media_type", photo.mediaType, "image/jpeg");
    io.field("taken_at", photo.takenAt);
    io.field("from", photo.from, "camera");
    io.field("place", photo.place);
    io.field("latitude", photo.latitude);
    io.field("longitude", photo.longitude);
    io.field("accuracy_metres", photo.accuracyMetres);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::HandSignature> &signature)
{
    io.id("person", signature.person);
    io.field("name", signature.name);
    io.id("role", signature.role);
    io.need("image", signature.image);
    io.field("content_hash", signature.contentHash);
    io.field("signed_at", signature.signedAt);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::Answer> &answer)
{
    io.needId("item", answer.item);
    io.field("passed", answer.passed);
    io.field("not_applicable", answer.notApplicable);
    io.field("number", answer.number);
    io.field("date", answer.date);
    io.field("count", answer.count);
    io.field("total", answer.total);
    io.id("choice", answer.choice);
    io.field("note", answer.note);
    io.field("reason", answer.reason);
    io.field("photos", answer.photos);
    io.field("prefilled", answer.prefilled);
}

} // namespace campus::wire
