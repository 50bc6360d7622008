// The story: how hazards travel from offline tablets to the bureau's sentence. Phases in order,
// each on its own day; finished phases are remembered on disk, so that a story killed at any
// moment goes on where it was.
#pragma once

#include <QString>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "core/DrillClock.h"
#include "e2e/story/FieldActs.h"
#include "e2e/story/ServerProcess.h"
#include "e2e/story/StoryTablet.h"

namespace campus::story {

struct StoryOptions {
    QString serverProgram;
    QString home; // everything the story makes lies below it
    bool quiet = false;
};

class Story
{
public:
    explicit Story(StoryOptions options);
    ~Story();
    Result<void> play();

private:
    struct Phase {
        QString title;
        int day;  // from the first day of the story
        int hour; // local time at which it begins
        std::function<Result<void>()> act;
    };
    std::vector<Phase> phases();
    Result<void> begin();
    Result<StoryTablet *> tablet(const std::string &user);
    Result<void> everyOfficer(const std::function<Result<void>(StoryTablet &)> &act);
    Result<void> everyPrincipal(const std::function<Result<void>(StoryTablet &)> &act);
    Result<void> inspectTownships(StoryTablet &tablet);
    Result<void> synchroniseEverybody();
    Result<void> tell();
    Result<void> printSilent();
    void setClock(int day, int hour);
    int phasesDone() const;
    Result<void> rememberPhase(int done) const;
    void progress(const QString &text, int done, int total) const;
    QString path(const QString &name) const { return m_options.home + "/" + name; }

    StoryOptions m_options;
    std::unique_ptr<DrillClock> m_clock;
    std::unique_ptr<ServerProcess> m_server;
    std::map<std::string, std::unique_ptr<StoryTablet>> m_tablets;
    Day m_first;
    int m_step = 0, m_steps = 0;
};

} // namespace campus::story
