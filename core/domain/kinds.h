#pragma once

#include "core/domain/kind.h"

namespace plumbline {

// One line per kind: adding a kind is a header, a source, a word in enum Kind and a line here and in
// kind.cpp.
struct ReviewRecord;
struct Rule;
struct ScopeItem;
struct Person;
struct Membership;
struct SubTeam;
struct ClosedGroup;
struct Milestone;
struct Dependency;
struct CalendarEvent;
struct DataSource;
struct Finding;
struct RecommendationGroup;
struct Recommendation;
struct Meeting;
struct Decision;
struct ActionItem;
struct BoardAction;
struct Baseline;
struct BaselineItem;
struct Link;
struct Note;
struct Waiver;

KindDescription describeReviewRecord();
KindDescription describeRule();
KindDescription describeScopeItem();
KindDescription describePerson();
KindDescription describeMembership();
KindDescription describeSubTeam();
KindDescription describeClosedGroup();
KindDescription describeMilestone();
KindDescription describeDependency();
KindDescription describeCalendarEvent();
KindDescription describeDataSource();
KindDescription describeFinding();
KindDescription describeRecommendationGroup();
KindDescription describeRecommendation();
KindDescription describeMeeting();
KindDescription describeDecision();
KindDescription describeActionItem();
KindDescription describeBoardAction();
KindDescription describeBaseline();
KindDescription describeBaselineItem();
KindDescription describeLink();
KindDescription describeNote();
KindDescription describeWaiver();

} // namespace plumbline
