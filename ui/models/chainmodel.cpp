#include "ui/models/chainmodel.h"

#include "core/domain/linkstate.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/severity.h"

using namespace Qt::StringLiterals;

namespace plumbline {

ChainModel::ChainModel(Session &session, QObject *parent) : QAbstractTableModel(parent), m_session(session)
{
    readAnew();
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        const bool concerned = changes.concerns(Kind::Link) || changes.concerns(Kind::Finding) ||
                               changes.concerns(Kind::Recommendation) || changes.concerns(Kind::DataSource) ||
                               changes.concerns(Kind::PriorRecommendation) || changes.concerns(Kind::Message);
        if (!concerned)
            return;
        if (m_watched)
            readAnew();
        else
            m_stale = true;
    });
}

void ChainModel::setWatched(bool watched)
{
    m_watched = watched;
    if (watched && m_stale)
        readAnew();
}

void ChainModel::setGapsOnly(bool only)
{
    m_gapsOnly = only;
    readAnew();
}

bool ChainModel::isSuspect(LinkId id) const
{
    const Link *link = m_session.review().find(id);
    return link && linkState(m_session.review(), *link) == LinkState::Suspect;
}

bool ChainModel::hasGap(const ChainRow &row) const
{
    return row.source.isNull() || row.finding.isNull() || row.recommendation.isNull();
}

void ChainModel::readAnew()
{
    beginResetModel();
    m_stale = false;
    m_rows = chain(m_session.review(), RecordLinks(m_session.review()));
    m_gaps = 0;
    m_suspects = 0;
    QList<ChainRow> kept;
    for (const ChainRow &row : std::as_const(m_rows)) {
        const bool gap = hasGap(row);
        const bool suspect = isSuspect(row.supports) || isSuspect(row.leadsTo);
        m_gaps += gap;
        m_suspects += suspect;
        if (!m_gapsOnly || gap || suspect)
            kept += row;
    }
    m_rows = kept;
    endResetModel();
}

int ChainModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChainModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

RecordId ChainModel::recordAt(const ChainRow &row, int column) const
{
    switch (column) {
    case SourceColumn:
        return row.source;
    case FindingColumn:
        return RecordId(row.finding.uuid);
    default:
        return RecordId(row.recommendation.uuid);
    }
}

QVariant ChainModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ChainRow &row = m_rows.at(index.row());
    const RecordId record = recordAt(row, index.column());
    // A chain begins at its evidence: what stands before nothing is not missing.
    const bool missing = record.isNull();
    const LinkId link = index.column() == SourceColumn    ? row.supports
                        : index.column() == FindingColumn ? row.leadsTo
                                                          : LinkId();
    const bool suspect = !link.isNull() && isSuspect(link);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (!missing)
            return recordWords(m_session.review(), record) +
                   (suspect && role == Qt::ToolTipRole ? u'\n' + tr("The link was confirmed on another text.")
                                                       : QString());
        if (index.column() == SourceColumn)
            return row.finding.isNull() ? QString() : tr("rests on nothing");
        return index.column() == FindingColumn ? tr("no finding") : tr("leads nowhere");
    case Qt::ForegroundRole:
        return missing ? QVariant(severityText(Severity::Warning)) : QVariant();
    case Qt::DecorationRole:
        return suspect ? QVariant(icon("suspect-link")) : QVariant();
    case RecordRole:
        return QVariant::fromValue(record);
    case SuspectRole:
        return QVariant::fromValue(RecordId(suspect ? link.uuid : QUuid()));
    default:
        return {};
    }
}

QVariant ChainModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SourceColumn:
        return tr("Evidence");
    case FindingColumn:
        return tr("Finding");
    default:
        return tr("Recommendation");
    }
}

} // namespace plumbline
