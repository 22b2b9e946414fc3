#include "ui/dialogs/tagdialog.h"

#include "core/edits/tags.h"

#include <QCompleter>
#include <QLineEdit>

namespace plumbline {

static constexpr qsizetype mostNamed = 8;

/// What there is to say of the tags in use: those on the one record, else those of the review.
static QString tagWords(const Review &review, const QList<RecordId> &records, const QStringList &all)
{
    const QStringList on = records.size() == 1 ? tagsOf(review, records.first()) : QStringList();
    if (!on.isEmpty())
        return TagDialog::tr("On it: %1.").arg(on.join(QStringLiteral(", ")));
    return all.isEmpty() ? QString()
                         : TagDialog::tr("In use: %1.").arg(all.mid(0, mostNamed).join(QStringLiteral(", ")));
}

TagDialog::TagDialog(Session &session, const QList<RecordId> &records, QWidget *parent)
    : EditDialog(session, tr("Tag %n record(s)", nullptr, int(records.size())),
                 records.size() == 1 ? tr("A tag it has already is taken off.")
                                     : tr("A tag all of them have already is taken off."),
                 tr("Tag"), parent)
{
    QStringList all;
    for (const Tag *tag : session.review().all<Tag>())
        all += tag->name;
    all.sort(Qt::CaseInsensitive);
    QLineEdit *name = addLine(tr("&Tag"), {}, tr("Type the word of the tag."));
    auto *completer = new QCompleter(all, name);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    name->setCompleter(completer);
    setFootnote(tagWords(session.review(), records, all));
    setEdit(
        [name, records](const EditContext &context) { return toggleTagOn(context, name->text(), records); });
}

} // namespace plumbline
