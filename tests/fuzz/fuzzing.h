#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>

namespace plumbline::fuzzing {

/// Changes bytes a little: most faults hide close to what is right.
inline QByteArray mutated(QByteArray bytes, std::mt19937 &random)
{
    static constexpr unsigned char interesting[] = {0x00, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1f, 0x20, 0x40,
                                                    0x5b, 0x5f, 0x60, 0x7b, 0x80, 0x9b, 0x9f, 0xa0, 0xbb,
                                                    0xbf, 0xc1, 0xf4, 0xf6, 0xf7, 0xf9, 0xfb, 0xff};
    for (unsigned changes = 1 + random() % 4; changes > 0 && !bytes.isEmpty(); --changes) {
        const qsizetype at = qsizetype(random() % size_t(bytes.size()));
        const qsizetype length = qsizetype(1 + random() % 20);
        switch (random() % 7) {
        case 0:
            bytes[at] = char(bytes.at(at) ^ (1 << (random() % 8)));
            break;
        case 1:
            bytes[at] = char(random());
            break;
        case 2:
            bytes[at] = char(interesting[random() % sizeof(interesting)]);
            break;
        case 3:
            bytes.insert(at, char(interesting[random() % sizeof(interesting)]));
            break;
        case 4:
            bytes.remove(at, length);
            break;
        case 5:
            bytes.insert(at, bytes.mid(qsizetype(random() % size_t(bytes.size())), length));
            break;
        case 6:
            bytes.truncate(at);
            break;
        }
    }
    return bytes;
}

/// The inputs in a folder of tests/data/fuzz, in the order of their names.
inline QList<QByteArray> corpus(const QString &name)
{
    const QDir folder(QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/data/fuzz/") + name);
    QList<QByteArray> inputs;
    for (const QString &entry : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(entry));
        if (file.open(QIODevice::ReadOnly))
            inputs += file.readAll();
    }
    return inputs;
}

/// Writes @p inputs as the corpus when PLUMBLINE_WRITE_CORPUS is set; a change of the format needs that.
inline bool writesCorpus(const QString &name, const QList<QByteArray> &inputs)
{
    if (!qEnvironmentVariableIsSet("PLUMBLINE_WRITE_CORPUS"))
        return false;
    const QDir folder(QStringLiteral(PLUMBLINE_SOURCE_DIR "/tests/data/fuzz/") + name);
    folder.mkpath(QStringLiteral("."));
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        QFile file(folder.filePath(QStringLiteral("%1").arg(i, 2, 10, QLatin1Char('0'))));
        if (file.open(QIODevice::WriteOnly))
            file.write(inputs.at(i));
    }
    return true;
}

/// Feeds the corpus and then @p mutations of it; false with a message when one is treated wrongly.
inline bool feed(const QList<QByteArray> &inputs, int mutations, const std::function<bool(const QByteArray &)> &check)
{
    std::mt19937 random(20200124);
    for (int i = 0; i < inputs.size() + mutations; ++i) {
        const bool asItIs = i < inputs.size();
        const QByteArray &good = inputs.at(asItIs ? i : qsizetype(random() % size_t(inputs.size())));
        const QByteArray bytes = asItIs ? good : mutated(good, random);
        if (!check(bytes)) {
            std::fprintf(stderr, "Input %d is treated wrongly: %s\n", i, bytes.toHex().constData());
            return false;
        }
    }
    return true;
}

} // namespace plumbline::fuzzing
