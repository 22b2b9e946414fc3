#include "ui/render/theme.h"

namespace plumbline {

namespace {

Theme &currentTheme()
{
    static Theme theme = Theme::light();
    return theme;
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme{
        .window = 0xF3F4F2,
        .base = 0xFFFFFF,
        .alt = 0xF8F9F7,
        .raised = 0xFFFFFF,
        .line = 0xDCDFDA,
        .line2 = 0x7B837D,
        .ink = 0x1B1F1D,
        .ink2 = 0x48504C,
        .ink3 = 0x5E6661,
        .accent = 0x1763B6,
        .link = 0x1763B6,
        .onAccent = 0xFFFFFF,
        .sel = 0xDCE8F6,
        .hover = 0xEBEEEA,
        .red = 0xB42318,
        .redBg = 0xFBEAE7,
        .amber = 0x8A5600,
        .amberMark = 0xB87000,
        .amberBg = 0xFAF0DB,
        .green = 0x1E6B40,
        .greenBg = 0xE4F1E8,
        .addBg = 0xDDF0E3,
        .delBg = 0xFBE3DF,
        .ghost = 0x7B837D,
        .hatch = 0xC9CEC8,
        .onBar = 0xFFFFFF,
        .laneFull = 0x566370,
        .lanes = {0x1D6FD1, 0x0F7F5F, 0xA26A00, 0x7A3FA0, 0x585000},
    };
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme{
        .window = 0x171A19,
        .base = 0x1F2322,
        .alt = 0x242928,
        .raised = 0x262B2A,
        .line = 0x363D3A,
        .line2 = 0x8B9590,
        .ink = 0xE9ECEA,
        .ink2 = 0xBBC3BF,
        .ink3 = 0xA5AFAA,
        .accent = 0x7FB5F0,
        .link = 0x8CBEF5,
        .onAccent = 0x0E1B29,
        .sel = 0x24405E,
        .hover = 0x2A302E,
        .red = 0xFF9385,
        .redBg = 0x48231E,
        .amber = 0xF0BC60,
        .amberMark = 0xE0A540,
        .amberBg = 0x3F3218,
        .green = 0x84CF9F,
        .greenBg = 0x1D3B2A,
        .addBg = 0x1D3F2C,
        .delBg = 0x4A2620,
        .ghost = 0x8B9590,
        .hatch = 0x3B4340,
        .onBar = 0x111413,
        .laneFull = 0x8FA0AD,
        .lanes = {0x5C9DF5, 0x54D0C0, 0xE0B040, 0xD0A8F5, 0xC9D46A},
    };
    return theme;
}

const Theme &Theme::current()
{
    return currentTheme();
}

void Theme::makeCurrent(const Theme &theme)
{
    currentTheme() = theme;
}

QColor Theme::laneColor(int subTeamIndex) const
{
    return subTeamIndex < 0 ? laneFull : lanes.at(std::size_t(subTeamIndex) % lanes.size());
}

QColor laneColor(int subTeamIndex)
{
    return Theme::current().laneColor(subTeamIndex);
}

} // namespace plumbline
