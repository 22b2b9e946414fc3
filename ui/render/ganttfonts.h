#pragma once

#include <QCache>
#include <QFont>
#include <QFontMetricsF>
#include <QStaticText>

#include <array>
#include <memory>

namespace plumbline {

/// The four kinds of letters in table and chart.
enum class GanttFont { Body, BodyBold, Caption, CaptionBold };

/// A text ready to be painted.
struct GanttText {
    QStaticText words;
    double ascent =
        0; ///< Pixels from its top to its base line; more than the font's own where another one helps out.
};

/// The fonts of the timeline, and the texts already set in them.
///
/// Setting a text costs more than painting it, and the same words are painted in every frame; so elided texts
/// are kept by their words, font and width. Copies share what they keep.
class GanttFonts
{
public:
    /// Fonts in proportion to @p body.
    explicit GanttFonts(const QFont &body = {});

    const QFont &font(GanttFont which) const { return m_shared->faces[size_t(which)].font; }
    const QFontMetricsF &metrics(GanttFont which) const { return m_shared->faces[size_t(which)].metrics; }
    /// Pixels from side to side.
    double width(const QString &text, GanttFont which) const
    {
        return set(text, which, 1e6).words.size().width();
    }
    /// @p text, shortened with an ellipsis to @p width pixels; valid until the next text is set.
    const GanttText &set(const QString &text, GanttFont which, double width) const;
    /// Height in pixels of a row of the table and the chart: the line of the body and 4, even.
    double rowHeight() const;

private:
    struct Face {
        QFont font;
        QFontMetricsF metrics;
    };
    struct Key {
        QString text;
        GanttFont font;
        int width;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.text, int(key.font), key.width);
        }
    };
    struct Shared {
        explicit Shared(const std::array<Face, 4> &fourFaces) : faces(fourFaces) {}
        std::array<Face, 4> faces;
        QCache<Key, GanttText> texts{4000};
    };
    std::shared_ptr<Shared> m_shared;
};

} // namespace plumbline
