// The rectification notice 整改通知书 as a page to print (domain.md §13.1): every word that stands
// on it, without a layout. Pure; the tablet and the server make the same document.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/Sha256.h"
#include "documents/Table.h"
#include "domain/Hazard.h"
#include "domain/Notice.h"
#include "domain/Register.h"

namespace campus::documents {

struct SignatureLine {
    std::string label; // 检查人员签名, 学校签收人签名
    std::string name;
    Digest image; // all zero: a line to sign by hand
    std::optional<Day> on;
    bool bound = false; // its contentHash is the document's
    bool operator==(const SignatureLine &) const = default;
};

struct PhotoLine {
    std::string caption; // "1　东门门卫室"
    Digest preview, original;
    bool operator==(const PhotoLine &) const = default;
};

struct NoticeDocument {
    std::string heading;         // name of the bureau
    std::string title;           // 校园安全隐患整改通知书
    std::string number;          // official; empty until the server gave it
    std::string temporaryNumber; // stays printed as a cross-reference (§10.5)
    std::string addressee;
    std::string opening; // date, campaign, inspectors
    std::string basis;   // the bureau's own words
    Table lines;
    std::string requirements, consequences;
    std::string contact;
    Day date;
    std::string seal; // （印章）
    std::vector<SignatureLine> signatures;
    SignatureLine receipt; // 回执
    std::optional<Day> cancelledOn;
    std::string cancelReason;
    std::vector<PhotoLine> photos; // appendix
    Digest contentHash;
    bool operator==(const NoticeDocument &) const = default;
};

// Names for ids; hazards give official numbers and photos and may be missing.
struct NoticeNames {
    domain::Bureau bureau;
    std::string school; // name on the day of the notice: signatures are bound to it
    std::map<std::string, std::string> people; // user id → name
    std::map<std::string, domain::Hazard> hazards;
};

NoticeDocument noticeDocument(const domain::Notice &notice, const NoticeNames &names);

} // namespace campus::documents
