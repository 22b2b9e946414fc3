#pragma once

#include "core/session/attachments.h"

#include <QWidget>

class QMimeData;
class QPushButton;

namespace plumbline {

class FactList;
class SectionHeader;

/// The files attached to a record: attach some by choosing or dropping them, save a copy of one, take one
/// away.
class AttachmentsSection : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentsSection(Session &session, QWidget *parent = nullptr);

    void setRecord(RecordId record);
    /// Attaches these files in one step, all or none; false when that was refused.
    bool attach(const QStringList &paths);
    /// Writes a copy of an attached file over what is at @p path; false when that was refused.
    bool saveCopy(AttachmentId attachment, const QString &path);
    /// Takes an attachment away; undo brings it back.
    bool remove(RecordId attachment);
    FactList *list() const { return m_list; }
    QPushButton *attachButton() const { return m_attach; }

signals:
    void recordRequested(plumbline::RecordId record);
    void refused(const QString &sentence);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void refresh();
    bool mayAttach() const;
    QStringList filesIn(const QMimeData *data) const;
    QString detailsOf(const Attachment &attachment) const;
    void chooseFiles();
    void chooseCopy(RecordId attachment);

    Session &m_session; // Not owned, outlives the section.
    RecordId m_record;
    SectionHeader *m_header;
    FactList *m_list;
    QPushButton *m_attach;
};

} // namespace plumbline
