// Makes sentences for people of everything that can fail or be refused. Total: every ErrorCode and
// every domain::Refusal has a sentence of its own in both languages; tests check it. UI thread.
#pragma once

#include <QString>

#include "core/Result.h"
#include "domain/LifeCycle.h"
#include "fieldwork/ActOutcome.h"

namespace campus::viewmodels {

class ErrorText
{
public:
    static QString of(const Error &error);
    static QString of(ErrorCode code);
    static QString of(domain::Refusal refusal);
    // With who acted before and when, if the refusal names it; `byName` of the person `by`.
    static QString of(const fieldwork::ActOutcome &outcome, const QString &byName = {});
    // A refusal as the log names it; the name itself for one of a later version.
    static QString ofName(std::string_view refusal);
};

} // namespace campus::viewmodels
