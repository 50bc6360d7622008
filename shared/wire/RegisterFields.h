// The members of the registers, for reading and for writing. Private to wire.
#pragma once

#include "domain/Register.h"
#include "wire/JsonWriter.h"

namespace campus::wire {

template <typename Io>
void fields(Io &io, Seen<Io, domain::Bureau> &bureau)
{
    io.needId("id", bureau.id);
    io.need("name", bureau.name);
    io.field("office", bureau.office);
    io.field("phone", bureau.phone);
    io.field("hotline", bureau.hotline);
    io.field("document_prefix", bureau.documentPrefix);
    io.id("region_code", bureau.regionCode);
    io.field("region_name", bureau.regionName);
    io.field("notice_basis", bureau.noticeBasis);
    io.field("notice_requirements", bureau.noticeRequirements);
    io.field("notice_consequences", bureau.noticeConsequences);
    io.field("count_word", bureau.countWord, "处");
    io.field("reopen_within_days", bureau.reopenWithinDays, 90);
    io.field("review_working_days", bureau.reviewWorkingDays, 5);
    io.field("review_major_days", bureau.reviewMajorDays, 10);
    io.field("remote_photo_review", bureau.remotePhotoReview);
    io.field("holidays", bureau.holidays);
    io.field("workdays", bureau.workdays);
    io.field("drill", bureau.drill);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::Township> &township)
{
    io.needId("id", township.id);
    io.id("code", township.code);
    io.need("name", township.name);
    io.id("kind", township.kind);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::SchoolChange> &change)
{
    io.needId("school", change.school);
    io.need("on", change.on);
    io.needId("field", change.field);
    io.field("before", change.before);
    io.field("after", change.after);
    io.id("successor", change.successor);
    io.field("note", change.note);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::School> &school)
{
    io.needId("id", school.id);
    io.id("code", school.code);
    io.need("name", school.name);
    io.id("type", school.type);
    io.id("subtype", school.subtype);
    io.id("ownership", school.ownership);
    io.id("township", school.township);
    io.id("status", school.status);
    io.id("successor", school.successor);
    io.field("principal_name", school.principalName);
    io.field("principal_phone", school.principalPhone);
    io.field("safety_officer_name", school.safetyOfficerName);
    io.field("safety_officer_phone", school.safetyOfficerPhone);
    io.field("students", school.students);
    io.field("boarders", school.boarders);
    io.field("fields", school.fields);
    io.field("changes", school.changes);
    io.field("version", school.version);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::Asset> &asset)
{
    io.needId("id", asset.id);
    io.need("kind", asset.kind);
    io.id("school", asset.school);
    io.field("name", asset.name);
    io.field("fields", asset.fields);
    io.field("in_use", asset.inUse, true);
    io.field("version", asset.version);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::AssetObserved> &observed)
{
    io.id("inspection", observed.inspection);
    io.need("fields", observed.fields);
    io.need("on", observed.on);
}

template <typename Io>
void fields(Io &io, Seen<Io, domain::User> &user)
{
    io.needId("id", user.id);
    io.need("name", user.name);
    io.need("role", user.role);
    io.field("townships", user.townships);
    io.id("school", user.school);
    io.id("tablet", user.tablet);
    io.field("active", user.active, true);
    io.field("version", user.version);
    io.field("assigned", user.assigned);
}

} // namespace campus::wire
