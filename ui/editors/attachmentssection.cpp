#include "ui/editors/attachmentssection.h"

#include "core/base/filenames.h"
#include "ui/editors/factlist.h"
#include "ui/models/fieldwords.h"
#include "ui/widgets/sectionheader.h"

#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace plumbline {

AttachmentsSection::AttachmentsSection(Session &session, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_header(new SectionHeader(tr("Attached files"), this)),
      m_list(new FactList(this)),
      m_attach(new QPushButton(tr("Attach a file…"), this))
{
    setAcceptDrops(true);
    setAccessibleName(tr("Attached files"));
    m_list->setAccessibleName(tr("Attached files"));
    m_attach->setAccessibleDescription(tr("Files can also be dropped here."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_list);
    column->addWidget(m_attach, 0, Qt::AlignLeading);
    m_list->setButton(u"down"_s, tr("Save a copy…"));
    connect(m_list, &FactList::recordRequested, this, &AttachmentsSection::recordRequested);
    connect(m_list, &FactList::removalRequested, this, &AttachmentsSection::remove);
    connect(m_list, &FactList::buttonPressed, this, &AttachmentsSection::chooseCopy);
    connect(m_attach, &QPushButton::clicked, this, &AttachmentsSection::chooseFiles);
    connect(&session, &Session::changed, this, [this](const Changes &changes) {
        if (changes.concerns(Kind::Attachment))
            refresh();
    });
    refresh();
}

void AttachmentsSection::setRecord(RecordId record)
{
    m_record = record;
    refresh();
}

void AttachmentsSection::refresh()
{
    QList<Fact> facts;
    for (const Attachment *attachment : attachmentsOn(m_session.review(), m_record)) {
        const bool isHere = m_session.store().holdsContents(*attachment);
        // A name from somebody else may turn the direction of writing round, to look like another kind of
        // file.
        facts += {{},
                  attachment->id,
                  cleanFileName(attachment->filename),
                  detailsOf(*attachment),
                  isHere ? Severity::None : Severity::Warning};
    }
    m_header->setCount(facts.isEmpty() ? QString() : locale().toString(facts.size()));
    m_list->setFacts(facts,
                     mayAttach() ? tr("No files yet. Drop some here, or choose them.") : tr("No files."));
    m_list->setRemovable(m_session.isReadOnly() ? QString() : tr("Remove this file"));
    m_attach->setEnabled(mayAttach());
}

/// What stands after the name: how large it is, when it came, what it is, and whether it is not here.
QString AttachmentsSection::detailsOf(const Attachment &attachment) const
{
    QStringList details;
    if (attachment.size)
        details += locale().formattedDataSize(std::max<qint64>(0, *attachment.size));
    // Creation comes last, because history begins with the newest.
    const QList<HistoryEntry> life = m_session.history(attachment.id, "life");
    if (!life.isEmpty())
        details += dateText(PartialDate::day(life.last().when.toLocalTime().date()));
    if (!attachment.description.isEmpty())
        details += attachment.description;
    if (!m_session.store().holdsContents(attachment))
        details += tr(
            "its contents are not in this copy; ask for a bundle with everything from somebody who has them");
    return details.join(u" · "_s);
}

bool AttachmentsSection::mayAttach() const
{
    return !m_session.isReadOnly() && !m_record.isNull() && m_session.review().find(m_record);
}

bool AttachmentsSection::attach(const QStringList &paths)
{
    const EditContext context = m_session.context();
    ChangeSet changes(context.review, Cause::Create);
    for (const QString &path : paths) {
        if (Status attached = attachFile(context, m_record, path, {}, changes); !attached) {
            emit refused(attached.error().sentence);
            return false;
        }
    }
    const Result<Commit> done = m_session.commit(changes);
    if (!done)
        emit refused(done.error().sentence);
    return bool(done);
}

bool AttachmentsSection::saveCopy(AttachmentId attachment, const QString &path)
{
    const auto written = extractFile(m_session, attachment, path, Existing::Overwrite);
    if (!written)
        emit refused(written.error().sentence);
    return bool(written);
}

bool AttachmentsSection::remove(RecordId attachment)
{
    ChangeSet changes(m_session.review(), Cause::Delete);
    changes.remove(Kind::Attachment, attachment);
    const Result<Commit> done = m_session.commit(changes);
    if (!done)
        emit refused(done.error().sentence);
    return bool(done);
}

void AttachmentsSection::chooseFiles()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Attach files"), folder);
    if (!paths.isEmpty())
        attach(paths);
}

void AttachmentsSection::chooseCopy(RecordId id)
{
    const Attachment *attachment = m_session.review().find(AttachmentId(id.uuid));
    if (!attachment)
        return;
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    // The dialog asks before it gives the name of a file that is there.
    const QString path = QFileDialog::getSaveFileName(this, tr("Save a copy of the file"),
                                                      folder.filePath(cleanFileName(attachment->filename)));
    if (!path.isEmpty())
        saveCopy(AttachmentId(id.uuid), path);
}

/// The files on this computer that are dragged; empty when something else is among them.
QStringList AttachmentsSection::filesIn(const QMimeData *data) const
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (!url.isLocalFile() || !QFileInfo(url.toLocalFile()).isFile())
            return {};
        paths += url.toLocalFile();
    }
    return paths;
}

void AttachmentsSection::dragEnterEvent(QDragEnterEvent *event)
{
    if (!mayAttach() || filesIn(event->mimeData()).isEmpty())
        return;
    // The file stays where it is, whatever the other program proposes.
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void AttachmentsSection::dropEvent(QDropEvent *event)
{
    const QStringList paths = filesIn(event->mimeData());
    if (!mayAttach() || paths.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    attach(paths);
}

} // namespace plumbline
