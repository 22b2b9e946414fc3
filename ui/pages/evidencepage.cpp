#include "ui/pages/evidencepage.h"

#include "core/domain/datasource.h"
#include "ui/editors/recordform.h"
#include "ui/models/fieldwords.h"
#include "ui/models/statechip.h"

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

RecordPageText evidencePageText()
{
    return {u"evidence"_s,
            EvidencePage::tr("Evidence"),
            EvidencePage::tr("New data source"),
            EvidencePage::tr("A data source is what findings rest on"),
            EvidencePage::tr(
                "For example: “Statistical Analysis of DNS Abuse in gTLDs, final report of 9 August 2017.” "
                "It says how much the review needs it, when it is expected, who may see it, and how far it "
                "can be relied on."),
            EvidencePage::tr("Note the first data source"),
            EvidencePage::tr("Ctrl+Shift+N · a request that was not answered yet belongs here too"),
            {"key", "title", "category", "provider", "need", "expected", "state"}};
}

/// When it came, or else when it should: the word that matters most of a data source.
QString dateWords(const DataSource &source, const QDate &today)
{
    if (source.obtained)
        return EvidencePage::tr("obtained %1").arg(dateText(source.obtained, today));
    return source.expected ? EvidencePage::tr("expected %1").arg(dateText(source.expected, today))
                           : QString();
}

} // namespace

EvidencePage::EvidencePage(Session &session, QWidget *parent)
    : RecordPage(session, evidencePageText(), new RecordModel(session, Kind::DataSource),
                 new RecordForm(session, Kind::DataSource), parent)
{
    model()->setSummary([&session](const Record &record) {
        const auto &source = static_cast<const DataSource &>(record);
        RowSummary summary;
        summary.chip = stateChip(Kind::DataSource, record);
        if (!source.need.isNone())
            summary.secondLine += choiceLabel(source.need);
        summary.corner = dateWords(source, session.clock().today());
        return summary;
    });
}

} // namespace plumbline
