#include "ui/pages/recordpagefilter.h"

#include "ui/editors/inputs.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

constexpr int scopeRole = Qt::UserRole;      // Kind as int; none for "all".
constexpr int recordRole = Qt::UserRole + 1; // QUuid.

QByteArray fieldFor(Kind scope)
{
    return scope == Kind::SubTeam ? "subteam" : "group";
}

} // namespace

RecordFilterBar::RecordFilterBar(Session &session, Kind kind, QWidget *parent)
    : QWidget(parent), m_session(session), m_kind(kind), m_field(new QLineEdit(this))
{
    m_field->setPlaceholderText(tr("Filter"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(80);
    m_field->addAction(icon("filter"), QLineEdit::LeadingPosition);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 7, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_field, 3);
    connect(m_field, &QLineEdit::textChanged, this, &RecordFilterBar::typedChanged);
    if (!describe(kind).field("subteam") && !describe(kind).field("group"))
        return;
    m_scopes = new ComboField(this);
    m_scopes->setAccessibleName(tr("Sub-team"));
    m_scopes->setMinimumContentsLength(9);
    row->addWidget(m_scopes, 2);
    fillScopes();
    connect(m_scopes, &QComboBox::currentIndexChanged, this, &RecordFilterBar::scopeChanged);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::SubTeam) || changes.concerns(Kind::RecommendationGroup))
            fillScopes();
    });
}

void RecordFilterBar::addScope(const QString &text, Kind kind, RecordId record)
{
    m_scopes->addItem(text);
    m_scopes->setItemData(m_scopes->count() - 1, int(kind), scopeRole);
    m_scopes->setItemData(m_scopes->count() - 1, record.uuid, recordRole);
    m_scopes->setItemData(m_scopes->count() - 1, text, Qt::ToolTipRole);
}

void RecordFilterBar::fillScopes()
{
    const QSignalBlocker quiet(m_scopes);
    const Scope before = scope();
    m_scopes->clear();
    m_scopes->addItem(tr("All sub-teams"));
    const Review &review = m_session.review();
    if (describe(m_kind).field("subteam")) {
        addScope(tr("Full team"), Kind::SubTeam, {});
        for (const Record *subTeam : review.list(Kind::SubTeam))
            addScope(recordWords(review, subTeam->id), Kind::SubTeam, subTeam->id);
    }
    if (describe(m_kind).field("group")) {
        m_scopes->insertSeparator(m_scopes->count());
        int number = 0;
        for (const Record *group : review.list(Kind::RecommendationGroup))
            addScope(u"%1 %2"_s.arg(++number).arg(titleOf(Kind::RecommendationGroup, *group)),
                     Kind::RecommendationGroup, group->id);
    }
    m_scopes->setCurrentIndex(0);
    for (int i = 1; i < m_scopes->count() && !before.all; ++i) {
        if (m_scopes->itemData(i, scopeRole).isValid() &&
            m_scopes->itemData(i, recordRole) == before.record.uuid)
            m_scopes->setCurrentIndex(i);
    }
}

QString RecordFilterBar::typed() const
{
    return m_field->text();
}

RecordFilterBar::Scope RecordFilterBar::scope() const
{
    const QVariant kind = m_scopes ? m_scopes->currentData(scopeRole) : QVariant();
    if (!kind.isValid())
        return {};
    return {false, Kind(kind.toInt()), RecordId(m_scopes->currentData(recordRole).toUuid())};
}

bool RecordFilterBar::accepts(const Record &record) const
{
    const Scope scope = this->scope();
    if (scope.all)
        return true;
    const Field *field = describe(m_kind).field(fieldFor(*scope.kind));
    return field && referenceOf(field->get(record)) == scope.record;
}

void RecordFilterBar::clear()
{
    m_field->clear();
    if (m_scopes)
        m_scopes->setCurrentIndex(0);
}

} // namespace plumbline
