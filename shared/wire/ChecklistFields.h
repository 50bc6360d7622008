// The members of a checklist in the form of its file (data/checklists), which is also how it
// travels in events and docs. Private to wire; instantiated in ChecklistFields.cpp.
#pragma once

#include "domain/Checklist.h"
#include "wire/JsonReader.h"
#include "wire/JsonWriter.h"

namespace campus::wire {

void fields(JsonReader &reader, domain::Checklist &checklist);
void fields(JsonWriter &writer, const domain::Checklist &checklist);

} // namespace campus::wire
