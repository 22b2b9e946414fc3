#include "ui/dialogs/planimportdialog.h"

#include "core/domain/subteam.h"
#include "ui/dialogs/linerow.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/sectionheader.h"

#include <QComboBox>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace plumbline {

using namespace Qt::StringLiterals;

PlanImportDialog::PlanImportDialog(Session &session, const QString &source, const PlanFile &plan, QWidget *parent)
    : DialogFrame(tr("Take in a plan"), parent), m_session(session), m_source(source), m_plan(plan),
      m_team(new QComboBox(this)), m_events(new QComboBox(this))
{
    setHeading(tr("Take in a plan"), tr("From “%1”. Its dates are taken as they are; nothing is added yet.").arg(source));
    m_team->addItem(tr("the full team"), QUuid());
    for (const SubTeam *team : session.review().all<SubTeam>())
        m_team->addItem(team->title, team->id.uuid);
    for (const auto &[kind, text] :
         {std::pair(CalendarKind::Other, tr("notes in the calendar")), std::pair(CalendarKind::Holidays, tr("holidays")),
          std::pair(CalendarKind::Meeting, tr("meetings, when nobody works on the plan"))})
        m_events->addItem(text, int(kind));
    if (!plan.tasks.isEmpty())
        addField(tr("&Whose plan it is"), m_team);
    if (!plan.events.isEmpty())
        addField(tr("What its &appointments are"), m_events);
    m_team->setVisible(!plan.tasks.isEmpty());
    m_events->setVisible(!plan.events.isEmpty());
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 8, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    body()->addWidget(scroll, 1);
    setButtons(tr("Take it in"), tr("Cancel"));
    connect(m_team, &QComboBox::currentIndexChanged, this, &PlanImportDialog::judge);
    connect(m_events, &QComboBox::currentIndexChanged, this, &PlanImportDialog::judge);
    judge();
    acceptButton()->setFocus();
    resize(620, 520);
}

Result<PlanImport> PlanImportDialog::prepared() const
{
    return importPlan(m_session.context(), m_plan,
                      {m_source, Id<SubTeam>(m_team->currentData().toUuid()),
                       CalendarKind(m_events->currentData().toInt())});
}

void PlanImportDialog::judge()
{
    const auto import = prepared();
    allow(bool(import), import ? QString() : import.error().sentence);
    showImport(import);
}

void PlanImportDialog::showImport(const Result<PlanImport> &import)
{
    delete m_list;
    m_list = new QWidget;
    m_column->addWidget(m_list);
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (import) {
        column->addWidget(new SectionHeader(tr("Would be added"), m_list));
        const auto count = [&](const QString &icon, const QString &words, int number) {
            if (number == 0)
                return;
            auto *row = new LineRow(m_list);
            row->addIcon(icon);
            row->addText(words);
            row->addQuiet(QLocale().toString(number))->setToken(&Theme::ink);
            column->addWidget(row);
        };
        count(u"milestone"_s, tr("items of the plan"), import->tasks);
        count(u"link"_s, tr("dependencies"), import->links);
        count(u"calendar"_s, tr("events and days off"), import->events);
        count(u"history"_s, tr("baselines"), import->baselines);
        if (!import->notes.isEmpty()) {
            column->addSpacing(20);
            column->addWidget(new SectionHeader(tr("Not as in the file"), m_list));
        }
        for (const QString &note : import->notes) {
            auto *row = new LineRow(m_list);
            row->addIcon(u"hint"_s);
            row->addText(note);
            column->addWidget(row);
        }
    }
    column->addStretch(1);
    m_list->show();
}

void PlanImportDialog::accept()
{
    const auto import = prepared();
    if (!import)
        return complain(import.error().sentence);
    if (const auto done = m_session.commit(import->changes); !done)
        return complain(done.error().sentence);
    m_taken = *import;
    DialogFrame::accept();
}

} // namespace plumbline
