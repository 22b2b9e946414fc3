#include "ui/pages/historyfilter.h"

#include "core/domain/person.h"
#include "ui/dialogs/recordwords.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace plumbline {

HistoryFilterBar::HistoryFilterBar(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_person(new QComboBox), m_key(new QLineEdit), m_since(new QComboBox),
      m_import(new QComboBox)
{
    m_person->setAccessibleName(tr("Changes of whom"));
    m_key->setAccessibleName(tr("Changes of which record"));
    m_key->setPlaceholderText(tr("Key of a record"));
    m_key->setClearButtonEnabled(true);
    m_since->setAccessibleName(tr("Changes since when"));
    m_since->addItem(tr("Any time"), 0);
    m_since->addItem(tr("Last 7 days"), 7);
    m_since->addItem(tr("Last 30 days"), 30);
    m_since->addItem(tr("Last 365 days"), 365);
    m_import->setAccessibleName(tr("Changes of which import"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 6, 24, 6);
    row->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_person, m_key, m_since, m_import})
        row->addWidget(widget);
    row->addStretch(1);
    fillPeople();
    fillImports();
    for (QComboBox *box : {m_person, m_since, m_import})
        connect(box, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::filterChanged);
    connect(m_key, &QLineEdit::editingFinished, this, &HistoryFilterBar::takeRecord);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::Person))
            fillPeople();
        fillImports();
    });
}

/// Fills a box anew and keeps what was chosen.
static void refill(QComboBox *box, const QList<QPair<QString, QVariant>> &items)
{
    const QVariant chosen = box->currentData();
    const QSignalBlocker quiet(box);
    box->clear();
    for (const auto &[text, data] : items)
        box->addItem(text, data);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

void HistoryFilterBar::fillPeople()
{
    QList<QPair<QString, QVariant>> items{{tr("Everybody"), QVariant()}};
    for (const Person *person : m_session.review().all<Person>())
        items += {person->name, person->id.uuid};
    items += {tr("Nobody who said their name"), QUuid()};
    refill(m_person, items);
}

void HistoryFilterBar::fillImports()
{
    QList<QPair<QString, QVariant>> items{{tr("All imports and own work"), QVariant()}};
    const QList<ImportRecord> imports = m_session.store().imports();
    for (const ImportRecord &import : imports) {
        if (import.transactions == 0)
            continue;
        const QString sender = import.source.name.isEmpty() ? tr("somebody") : import.source.name;
        const QString name = tr("Import %1 from %2, %3", "number, sender, when")
                                 .arg(QString::number(import.id), sender,
                                      whenWords(import.source.when, m_session.clock().now()));
        items += {import.setAside ? tr("%1 (set aside)").arg(name) : name, import.id};
    }
    refill(m_import, items);
    m_import->setVisible(items.size() > 1);
}

void HistoryFilterBar::takeRecord()
{
    const QString key = m_key->text().trimmed();
    const auto found = key.isEmpty() ? Result<RecordId>(RecordId()) : m_session.review().byKey(key);
    if (!found)
        return emit recordNotFound(found.error().sentence);
    if (m_record == *found)
        return;
    m_record = *found;
    emit filterChanged();
}

HistoryFilter HistoryFilterBar::filter() const
{
    HistoryFilter filter;
    filter.record = m_record;
    if (m_person->currentData().isValid())
        filter.person = RecordId(m_person->currentData().toUuid());
    if (const int days = m_since->currentData().toInt(); days > 0)
        filter.from = m_session.clock().now().addDays(-days);
    filter.import = m_import->currentData().toLongLong();
    return filter;
}

} // namespace plumbline
