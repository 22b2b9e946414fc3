#include "core/edits/whatif.h"

namespace plumbline {

/// The record after one edit; null when the edit makes no sense here.
static Result<std::shared_ptr<Record>> edited(const Review &review, const Edit &edit)
{
    std::shared_ptr<Record> record = describe(edit.kind).create();
    record->id = edit.record;
    record->audience = edit.audience;
    if (const Record *known = review.findAny(edit.record)) {
        record->audience = known->audience;
        record->key = known->key;
        record->place = known->place;
        record->life = known->life;
        for (const Field &field : describe(edit.kind).fields) {
            if (Status set = field.set(*record, field.get(*known)); !set)
                return set.error();
        }
    }
    switch (edit.what) {
    case Edit::Create:
    case Edit::Restore:
        record->life = Life::Alive;
        break;
    case Edit::Delete:
        record->life = Life::Deleted;
        break;
    case Edit::Set:
    case Edit::Resolve:
        if (const Field *field = describe(edit.kind).field(edit.field)) {
            if (Status set = field->set(*record, edit.value); !set)
                return set.error();
        }
        break;
    }
    return record;
}

Status WhatIf::apply(const ChangeSet &changes)
{
    Review trial = m_review; // Shares every record but those that change.
    for (const Edit &edit : changes.edits) {
        const auto record = edited(trial, edit);
        if (!record)
            return record.error();
        trial.put(edit.kind, *record);
    }
    m_review = std::move(trial);
    for (const Edit &edit : changes.edits) {
        m_kept.edits.removeIf([&](const Edit &former) {
            return former.what == Edit::Set && edit.what == Edit::Set && former.record == edit.record && former.field == edit.field;
        });
        m_kept.edits += edit;
    }
    ++m_count;
    return {};
}

Status WhatIf::rebase(const Review &review)
{
    WhatIf again(review);
    if (Status done = again.apply(m_kept); !done)
        return done;
    again.m_count = m_count;
    *this = std::move(again);
    return {};
}

} // namespace plumbline
