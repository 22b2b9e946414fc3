#include "ui/widgets/worddiff.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WordDiff)
};

QString marked(const QString &html, const QColor &ground, const QColor &ink, QLatin1String decoration)
{
    return u"<span style=\"background-color:%1; color:%2; text-decoration:%3\">%4</span>"_s.arg(
        ground.name(), ink.name(), decoration, html);
}

} // namespace

QString wordDiffHtml(const WordDiff &diff, const Theme &theme)
{
    QString html;
    for (const auto &[op, text] : diff) {
        const QString words = text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
        switch (op) {
        case DiffOp::Same:
            html += words;
            break;
        case DiffOp::Inserted:
            html += marked(words, theme.addBg, theme.ink, "underline"_L1);
            break;
        case DiffOp::Deleted:
            html += marked(words, theme.delBg, theme.ink, "line-through"_L1);
            break;
        }
    }
    return html;
}

QString wordDiffSpoken(const WordDiff &diff)
{
    QStringList parts;
    for (const auto &[op, text] : diff) {
        const QString words = text.simplified();
        if (words.isEmpty())
            continue;
        switch (op) {
        case DiffOp::Same:
            parts.append(words);
            break;
        case DiffOp::Inserted:
            parts.append(Words::tr("%1 (inserted)").arg(words));
            break;
        case DiffOp::Deleted:
            parts.append(Words::tr("%1 (deleted)").arg(words));
            break;
        }
    }
    return parts.join(u' ');
}

} // namespace plumbline
