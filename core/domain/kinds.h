#pragma once

#include "core/domain/kind.h"

namespace plumbline {

// One line per kind: adding a kind is a header, a source, a word in enum Kind and a line here and in
// kind.cpp.
struct ReviewRecord;
struct Rule;
struct TorSection;
struct ScopeItem;
struct Person;
struct Membership;
struct InterestStatement;
struct Recusal;
struct SubTeam;
struct ReportBack;
struct ClosedGroup;
struct PriorRecommendation;
struct Milestone;
struct Dependency;
struct CalendarEvent;
struct DataSource;
struct DataRequest;
struct Message;
struct Finding;
struct Presentation;
struct FeedbackPoint;
struct RecommendationGroup;
struct Recommendation;
struct ImplementabilityInput;
struct Meeting;
struct Decision;
struct ActionItem;
struct BoardAction;
struct Baseline;
struct BaselineItem;
struct Link;
struct Attachment;
struct Tag;
struct Note;
struct Waiver;

KindDescription describeReviewRecord();
KindDescription describeRule();
KindDescription describeTorSection();
KindDescription describeScopeItem();
KindDescription describePerson();
KindDescription describeMembership();
KindDescription describeInterestStatement();
KindDescription describeRecusal();
KindDescription describeSubTeam();
KindDescription describeReportBack();
KindDescription describeClosedGroup();
KindDescription describePriorRecommendation();
KindDescription describeMilestone();
KindDescription describeDependency();
KindDescription describeCalendarEvent();
KindDescription describeDataSource();
KindDescription describeDataRequest();
KindDescription describeMessage();
KindDescription describeFinding();
KindDescription describePresentation();
KindDescription describeFeedbackPoint();
KindDescription describeRecommendationGroup();
KindDescription describeRecommendation();
KindDescription describeImplementabilityInput();
KindDescription describeMeeting();
KindDescription describeDecision();
KindDescription describeActionItem();
KindDescription describeBoardAction();
KindDescription describeBaseline();
KindDescription describeBaselineItem();
KindDescription describeLink();
KindDescription describeAttachment();
KindDescription describeTag();
KindDescription describeNote();
KindDescription describeWaiver();

} // namespace plumbline
