#include "ui/dialogs/placebar.h"

#include "ui/dialogs/mergedtextedit.h"
#include "ui/widgets/quietlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plumbline {

static constexpr int longestChoice = 40; // Characters on a button; the tool tip has all of them.

/// How many marks, such as a comma, all of the texts end with: a choice is not about them.
static qsizetype commonMarks(const QStringList &texts)
{
    qsizetype count = 0;
    const QString first = texts.value(0).trimmed();
    while (count + 1 < first.size() && first.at(first.size() - 1 - count).isPunct()
           && std::all_of(texts.begin(), texts.end(), [&](const QString &text) {
                  return text.trimmed().size() > count + 1 && text.trimmed().endsWith(first.last(count + 1));
              }))
        ++count;
    return count;
}

PlaceBar::PlaceBar(MergedTextEdit *text, QWidget *parent)
    : QWidget(parent), m_text(text), m_title(new QuietLabel(this)), m_buttons(new QHBoxLayout)
{
    auto *hint = new QuietLabel(tr("F8 next place"), this);
    hint->setType(Type::Caption);
    m_buttons->setSpacing(4);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addLayout(m_buttons);
    row->addStretch(1);
    row->addWidget(hint);
    connect(text, &MergedTextEdit::placesChanged, this, &PlaceBar::follow);
    follow();
}

void PlaceBar::follow()
{
    const int place = m_text->currentPlace();
    setVisible(place >= 0);
    if (place == m_shown)
        return;
    m_shown = place;
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // Later, because it may be what was pressed.
        delete item;
    }
    if (place < 0)
        return;
    m_title->setText(tr("Place %1").arg(place + 1));
    const QStringList alternatives = m_text->alternatives(place);
    const qsizetype same = commonMarks(alternatives);
    for (int i = 0; i < alternatives.size(); ++i)
        addButton(alternatives.at(i).isEmpty() ? tr("leave it out") : alternatives.at(i).trimmed().chopped(same),
                  [this, place, i] { m_text->decide(place, i); });
    addButton(tr("write it…"), [this, place] { m_text->writeAnother(place); });
}

void PlaceBar::addButton(const QString &words, std::function<void()> act)
{
    const QString line = words.simplified();
    const QString shown = line.size() > longestChoice ? line.left(longestChoice - 1).trimmed() + QChar(0x2026) : line;
    auto *button = new QPushButton(QString(shown).replace(u'&', u"&&"_s), this);
    button->setAutoDefault(false);
    button->setAccessibleName(words);
    if (shown != line)
        button->setToolTip(words.toHtmlEscaped());
    connect(button, &QPushButton::clicked, this, std::move(act));
    m_buttons->addWidget(button);
}

} // namespace plumbline
