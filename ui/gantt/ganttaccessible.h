#pragma once

namespace plumbline {

/// Makes charts known to screen readers: each row is a child made when somebody asks for it, with its name,
/// its dates and its lateness in words, and what can be done with it. Called by every GanttView; once is
/// enough.
void installGanttAccessibility();

} // namespace plumbline
