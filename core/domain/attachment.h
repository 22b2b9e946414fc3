#pragma once

#include "core/domain/kind.h"

namespace plumbline {

/// A file kept inside the review, on any record.
struct Attachment : Record {
    static constexpr Kind kind = Kind::Attachment;

    RecordId on;      ///< Any record.
    QString filename; ///< The name it came with, without a folder.
    QString description;
    std::optional<qint64> size; ///< Bytes.
    QByteArray sha256;          ///< Of the contents, 32 bytes.
    QString source;
    friend bool operator==(const Attachment &, const Attachment &) = default;
};

using AttachmentId = Id<Attachment>;

} // namespace plumbline
