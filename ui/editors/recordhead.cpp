#include "ui/editors/recordhead.h"

#include "ui/editors/conflictbadge.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quietlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr qsizetype mostTags = 3; // What stands to the left needs room, too.

RecordHead::RecordHead(QWidget *parent)
    : QWidget(parent),
      m_words(new QuietLabel(this)),
      m_dispute(new ConflictBadge(this)),
      m_audience(new Chip({}, this)),
      m_state(new Chip({}, this)),
      m_tags(new QWidget(this)),
      m_more(new QToolButton(this))
{
    m_words->setType(Type::Caption);
    m_words->setTextFormat(Qt::PlainText);
    // The words give way when there is little room; the state stays.
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_dispute->setText(tr("Deleted by one, edited by another"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_words, 1);
    row->addWidget(m_tags);
    row->addWidget(m_dispute);
    row->addWidget(m_audience);
    row->addWidget(m_state);
    row->addWidget(m_more);
    auto *menu = new QMenu(m_more);
    m_tag = menu->addAction(icon("tag"), tr("&Tag…"), this, &RecordHead::tagRequested);
    m_move = menu->addAction(icon("lock"), tr("&Move to…"), this, &RecordHead::moveRequested);
    m_more->setMenu(menu);
    m_more->setIcon(icon("more"));
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolTip(tr("More that can be done with this record"));
    m_more->setAccessibleName(m_more->toolTip());
    m_audience->hide();
    auto *tags = new QHBoxLayout(m_tags);
    tags->setContentsMargins(0, 0, 0, 0);
    tags->setSpacing(4);
    m_tags->hide();
    m_tag->setVisible(false);
    m_move->setVisible(false);
    updateMore();
    setMinimumHeight(Chip::sizeOf({}).height() + 4);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_dispute, &QPushButton::clicked, this, &RecordHead::disputeRequested);
}

void RecordHead::setWords(const QStringList &words)
{
    QStringList shown = words;
    shown.removeAll(QString());
    m_words->setText(shown.join(u"  ·  "_s));
    m_words->setToolTip(shown.join(u" · "_s).toHtmlEscaped());
    m_words->setAccessibleName(shown.join(u", "_s));
}

void RecordHead::setState(const ChipText &state)
{
    m_state->setText(state);
    m_state->setVisible(!state.text.isEmpty());
}

void RecordHead::setAudience(const ChipText &audience)
{
    m_audience->setText(audience);
    m_audience->setVisible(!audience.text.isEmpty());
    m_audience->setToolTip(audience.text.isEmpty() ? QString()
                                                   : tr("Only members of this closed group see the record."));
}

void RecordHead::setTags(const QStringList &names)
{
    if (names == m_tagNames)
        return;
    m_tagNames = names;
    qDeleteAll(m_tags->findChildren<Chip *>(QString(), Qt::FindDirectChildrenOnly));
    for (qsizetype i = 0; i < std::min(names.size(), mostTags); ++i) {
        const bool isRest = i == mostTags - 1 && names.size() > mostTags;
        const QString text = isRest ? tr("and %n more", nullptr, int(names.size() - i)) : names.at(i);
        auto *chip = new Chip({text, ChipText::Tone::Plain, u"tag"_s}, m_tags);
        chip->setToolTip(names.join(u", ").toHtmlEscaped());
        m_tags->layout()->addWidget(chip);
    }
    m_tags->setAccessibleName(names.isEmpty() ? QString() : tr("Tags: %1").arg(names.join(u", ")));
    m_tags->setVisible(!names.isEmpty());
}

void RecordHead::setMovable(bool movable)
{
    m_move->setVisible(movable);
    updateMore();
}

void RecordHead::setTaggable(bool taggable)
{
    m_tag->setVisible(taggable);
    updateMore();
}

void RecordHead::updateMore()
{
    m_more->setVisible(m_tag->isVisible() || m_move->isVisible());
}

void RecordHead::setDisputed(bool disputed)
{
    m_dispute->setVisible(disputed);
}

} // namespace plumbline
