// Prints how long the pages of phases 1 to 3 take to open with ten thousand records, how long a key press
// takes while a text is typed, and what an edit with its checks costs. A hundred times a real review.
//
// Usage: bench_work     (with QT_QPA_PLATFORM=offscreen where there is no screen)

#include "benchsupport.h"

#include "core/checks/checkrunner.h"
#include "core/domain/datarequest.h"
#include "core/domain/datasource.h"
#include "core/domain/finding.h"
#include "core/domain/implementabilityinput.h"
#include "core/domain/meeting.h"
#include "core/domain/message.h"
#include "core/domain/recommendation.h"
#include "core/edits/linking.h"
#include "core/session/create.h"
#include "ui/editors/fieldeditor.h"
#include "ui/pages/recordpage.h"
#include "ui/widgets/apptheme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/reviewview.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace plumbline;
using namespace plumbline::bench;
using namespace Qt::StringLiterals;

/// 2,000 sources, 1,000 requests, 1,000 messages, 2,500 findings, 2,500 recommendations and 1,000 answers,
/// with 7,500 links.
static ChangeSet tenThousand(const Review &review)
{
    ChangeSet changes(review, Cause::Create);
    const auto text = [](const char *what, int i) {
        return u"The %1 number %2 should be published by 1 May 2021, with reasons."_s.arg(QLatin1String(what))
            .arg(i);
    };
    QList<RecordId> sources;
    QList<RecordId> findings;
    for (int i = 0; i < 2000; ++i) {
        const DataSourceId id = changes.create<DataSource>(review);
        changes.set<&DataSource::title>(id, text("source", i));
        changes.set<&DataSource::state>(id, Choice<SourceState>(SourceState(i % 8)));
        if (i % 10 != 0) {
            changes.set<&DataSource::obtained>(id, PartialDate::day({2026, 1, 1}));
            changes.set<&DataSource::appraisal>(id, u"Whole."_s);
        }
        sources += RecordId(id.uuid);
    }
    for (int i = 0; i < 1000; ++i) {
        const DataRequestId request = changes.create<DataRequest>(review);
        changes.set<&DataRequest::title>(request, text("request", i));
        const MessageId message = changes.create<Message>(review);
        changes.set<&Message::subject>(message, text("message", i));
    }
    const MeetingId meeting = changes.create<Meeting>(review);
    for (int i = 0; i < 2500; ++i) {
        const FindingId id = changes.create<Finding>(review);
        changes.set<&Finding::title>(id, text("finding", i));
        changes.set<&Finding::statement>(id, text("statement", i));
        changes.set<&Finding::presented>(id, meeting);
        if (i % 10 != 0)
            changes.set<&Finding::methodology>(id, text("method", i));
        findings += RecordId(id.uuid);
        addLink(changes, review, LinkType::Supports, sources.at(i % sources.size()), findings.last());
    }
    for (int i = 0; i < 2500; ++i) {
        const RecommendationId id = changes.create<Recommendation>(review);
        changes.set<&Recommendation::title>(id, text("recommendation", i));
        changes.set<&Recommendation::text>(id, text("list", i));
        // One in ten lacks what a recommendation needs, and Board, staff and the team are still to be asked.
        const bool whole = i % 10 != 0;
        changes.set<&Recommendation::state>(
            id,
            Choice<RecommendationState>(whole ? RecommendationState::Draft : RecommendationState::Shared));
        if (whole) {
            changes.set<&Recommendation::rationale>(id, text("reason", i));
            changes.set<&Recommendation::category>(
                id, Choice<Category>(i % 2 ? Category::Direct : Category::Policy));
            changes.set<&Recommendation::addressee>(id, u"The office"_s);
            changes.set<&Recommendation::priority>(
                id, {i % 3 ? Level::Medium : Level::High, u"Others wait for it."_s});
            changes.set<&Recommendation::deferred>(id, u"Nothing is counted yet."_s);
        }
        addLink(changes, review, LinkType::LeadsTo, findings.at(i), RecordId(id.uuid));
        addLink(changes, review, LinkType::LeadsTo, findings.at((i + 7) % findings.size()),
                RecordId(id.uuid));
        if (i >= 1000)
            continue;
        const ImplementabilityInputId input = changes.create<ImplementabilityInput>(review);
        changes.set<&ImplementabilityInput::recommendation>(input, id);
        changes.set<&ImplementabilityInput::askedof>(
            input, Choice<AskedOf>(i % 2 ? AskedOf::Board : AskedOf::Staff));
    }
    return changes;
}

static void openPages(MainWindow &window)
{
    for (const QString &page : {u"overview"_s, u"preparation"_s, u"subteams"_s, u"evidence"_s, u"findings"_s,
                                u"recommendations"_s, u"trace"_s, u"decisions"_s}) {
        for (const char *const which : {"first", "again"}) {
            window.view()->showPage(u"history"_s);
            QApplication::processEvents();
            const Stopwatch watch;
            window.view()->showPage(page);
            QApplication::processEvents();
            std::printf("%-16s %-6s %6.0f ms %6.0f ms of CPU\n", qPrintable(page), which, watch.wall(),
                        watch.cpu());
        }
    }
}

static void type(MainWindow &window)
{
    window.view()->showPage(u"recommendations"_s);
    QApplication::processEvents();
    auto *text = window.view()->currentPage()->findChild<QPlainTextEdit *>();
    text->setFocus();
    double longest = 0;
    double sum = 0;
    const QString typed = u"ICANN org should answer each request within five working days."_s;
    for (const QChar letter : typed) {
        const Stopwatch watch;
        QTest::keyClicks(text, QString(letter));
        QApplication::processEvents();
        longest = std::max(longest, watch.cpu());
        sum += watch.cpu();
    }
    std::printf("a key press            %6.1f ms of CPU, the longest %.1f\n", sum / double(typed.size()),
                longest);
}

int main(int argc, char **argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"plumbline-bench"_s);
    applyTheme(application, ThemeChoice::Light);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"big.plumb"_s);
    check(createReview(path, u"icann-specific-review"_s, u"Big"_s));
    {
        const auto session = valueOf(Session::open(path));
        const Stopwatch watch;
        valueOf(session->commit(tenThousand(session->review())));
        std::printf("ten thousand records and 7,500 links committed: %.0f ms\n", watch.wall());
        CheckRunner runner;
        const Stopwatch all;
        runner.run(session->review(), session->clock());
        std::printf("all checks             %6.1f ms of CPU, %lld problems\n", all.cpu(),
                    qint64(runner.problems().size()));
        std::vector<double> edits;
        for (int i = 0; i < 20; ++i) {
            const RecommendationId id(
                session->review().list(Kind::Recommendation).at(size_t(i * 100))->id.uuid);
            ChangeSet changes(session->review(), Cause::Edit);
            changes.set<&Recommendation::rationale>(id, u"Because of reason %1."_s.arg(i));
            const Stopwatch edit;
            const Commit done = valueOf(session->commit(changes));
            const double whole = edit.cpu();
            const Stopwatch checks;
            runner.update(session->review(), session->clock(), done.changes);
            edits.push_back(checks.cpu());
            if (i == 19)
                std::printf("an edit in all         %6.1f ms of CPU\n", whole);
        }
        std::sort(edits.begin(), edits.end());
        std::printf("checks after an edit   %6.1f ms of CPU, the longest %.1f\n", edits.at(edits.size() / 2),
                    edits.back());
    }
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    if (!window.openReview(path))
        return 1;
    while (window.session()->isLoading())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    openPages(window);
    type(window);
    window.close(); // What is being typed is committed before the editors go.
    return 0;
}
