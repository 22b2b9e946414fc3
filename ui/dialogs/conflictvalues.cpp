#include "ui/dialogs/conflictvalues.h"

#include "ui/dialogs/iconlabel.h"
#include "ui/dialogs/textdiff.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace plumbline {

ConflictValueColumn::ConflictValueColumn(const Content &content, QWidget *parent)
    : QWidget(parent), m_content(content), m_words(new QuietLabel(this))
{
    auto *header = new SectionHeader(content.title, this);
    header->setCount(content.when);
    if (!content.icon.isEmpty())
        header->addBeforeTitle(new IconLabel(content.icon, header));
    auto *who = new QuietLabel(content.who, this);
    who->setType(Type::Caption);
    who->setTextFormat(Qt::PlainText);
    who->setVisible(!content.who.isEmpty());
    m_words->setToken(&Theme::ink);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto *take = new QPushButton(content.button, this);
    take->setAutoDefault(false);
    connect(take, &QPushButton::clicked, this, &ConflictValueColumn::taken);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(header);
    layout->addWidget(who);
    layout->addWidget(m_words, 1);
    layout->addSpacing(8);
    layout->addWidget(take, 0, Qt::AlignLeading);
    showWords();
}

void ConflictValueColumn::showWords()
{
    if (!m_content.isLongText || m_content.base.isEmpty()) {
        m_words->setTextFormat(Qt::PlainText);
        m_words->setText(m_content.text.isEmpty() ? tr("nothing") : m_content.text);
        return;
    }
    const WordDiff diff = shownDiff(m_content.base, m_content.text);
    m_words->setTextFormat(Qt::RichText);
    m_words->setText(wordDiffHtml(diff));
    m_words->setAccessibleName(wordDiffSpoken(diff));
}

bool ConflictValueColumn::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (changesLook(*event))
        showWords();
    return handled;
}

} // namespace plumbline
