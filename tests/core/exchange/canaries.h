#pragma once

#include "core/domain/audience.h"
#include "core/domain/audiencerules.h"
#include "core/domain/publishing.h"
#include "core/edits/groups.h"
#include "tests/core/session/testsession.h"

#include <QRandomGenerator>
#include <QSet>
#include <QStringEncoder>

namespace plumbline {

/// Finds text in bytes however it stands there: as UTF-8 or UTF-16 of either order, in capitals or not, and also when
/// only eight bytes in a row of it are left.
class CanarySearch
{
public:
    explicit CanarySearch(const QByteArray &bytes)
    {
        const QByteArray low = lower(bytes);
        for (qsizetype i = 0; i + piece <= low.size(); ++i)
            m_pieces.insert(low.mid(i, piece));
    }
    bool finds(const QByteArray &canary) const
    {
        for (const QByteArray &form : forms(canary)) {
            for (qsizetype i = 0; i + piece <= form.size(); ++i) {
                if (m_pieces.contains(form.mid(i, piece)))
                    return true;
            }
        }
        return false;
    }
    static QList<QByteArray> forms(const QByteArray &canary)
    {
        QStringEncoder little(QStringEncoder::Utf16LE);
        QStringEncoder big(QStringEncoder::Utf16BE);
        const QString text = QString::fromLatin1(canary);
        return {lower(canary), lower(little(text)), lower(big(text))};
    }

private:
    static constexpr int piece = 8;
    static QByteArray lower(const QByteArray &bytes) { return bytes.toLower(); }

    QSet<QByteArray> m_pieces;
};

/// A text that stands nowhere else, and where it was put.
struct Canary {
    QByteArray text;
    QByteArray place;          ///< `finding.title, overwritten`
    bool closed = false;       ///< In a record of a closed group.
    bool published = false;    ///< Outsiders may read it.
};

/// A review with a canary in every field of every kind that can hold one: in records of the team and of a closed group,
/// in what they say now, in what they said before, and in records that were deleted.
class CanaryReview
{
public:
    CanaryReview()
    {
        must(desk.session->commit(formGroup(desk.session->context(), QString::fromLatin1(text("group", false, false)), {})));
        audience = audiences(desk.review()).last();
        for (const Kind kind : allKinds())
            m_anchors.insert(kind, kind == Kind::Review ? RecordId(desk.review().uuid()) : add(kind, wholeTeam, "now"));
        for (const Kind kind : allKinds()) {
            if (kind == Kind::Review)
                continue;
            const RecordId gone = add(kind, wholeTeam, "deleted", false);
            remove(kind, gone);
            if (!mayBeClosed(kind))
                continue;
            add(kind, audience, "closed");
            remove(kind, add(kind, audience, "closed and deleted", false));
        }
    }

    Desk desk{"Ada"};
    int audience = 0;
    QList<Canary> canaries;

private:
    QByteArray text(const QByteArray &place, bool closed, bool published)
    {
        static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        QByteArray random;
        for (int i = 0; i < 32; ++i)
            random += letters[m_random.bounded(int(sizeof(letters) - 1))];
        canaries += {random, place, closed, published};
        return random;
    }

    /// A value of a field that holds as many canaries as it can; null when it cannot hold any.
    Value value(const Field &field, const QByteArray &place, bool closed, bool published)
    {
        const auto make = [&] { return text(place, closed, published); };
        switch (field.type) {
        case FieldType::Line:
        case FieldType::Text:
        case FieldType::Choice: // A word this version does not know is kept as it is.
            return Value(QString::fromLatin1(make()));
        case FieldType::Bytes:
            return Value::bytes(make());
        case FieldType::Reference:
            return idValue(m_anchors.value(field.target.value_or(Kind::Finding)).uuid);
        case FieldType::Parts: {
            Value::Array items;
            for (const Part &part : field.parts) {
                const bool holds = part.type == FieldType::Line || part.type == FieldType::Text ||
                                   part.type == FieldType::Choice;
                items += holds ? Value(QString::fromLatin1(make())) : Value();
            }
            return Value(items);
        }
        default:
            return {};
        }
    }

    /// A record in which every field was overwritten once.
    RecordId add(Kind kind, int audience, const QByteArray &when, bool stays = true)
    {
        const bool closed = audience != wholeTeam;
        RecordId id;
        for (const bool former : {true, false}) {
            ChangeSet changes(desk.review(), Cause::Edit);
            if (id.isNull())
                id = changes.create(desk.review(), kind, {}, {}, audience);
            for (const Field &field : describe(kind).fields) {
                if (field.name == "key")
                    continue; // Keys are given by the program.
                const QByteArray place = QByteArray(describe(kind).name) + '.' + field.name + ", " + when +
                                         (former ? ", overwritten" : "");
                const bool published = !former && stays && !closed && isPublished(kind, field.name);
                const Value filled = value(field, place, closed, published);
                if (!filled.isNull())
                    changes.set(kind, id, field.name, filled);
            }
            must(desk.session->commit(changes));
        }
        return id;
    }

    void remove(Kind kind, RecordId id)
    {
        ChangeSet changes(desk.review(), Cause::Delete);
        changes.remove(kind, id);
        must(desk.session->commit(changes));
    }

    QRandomGenerator m_random{20200124};
    QHash<Kind, RecordId> m_anchors;
};

} // namespace plumbline
