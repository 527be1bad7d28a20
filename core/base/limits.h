// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Every limit of the house in one place. Sizes in bytes, times in milliseconds, texts in UTF-16
/// units unless the name says otherwise.
namespace vigie::limits {

// What a person may write
inline constexpr qsizetype kTitleLength = 250;
inline constexpr qsizetype kBodyLength = 64 * 1024;
inline constexpr qsizetype kShortTextLength = 2000;
inline constexpr qsizetype kNameLength = 200;
inline constexpr qsizetype kTagLength = 60;
inline constexpr int kTagsPerTicket = 64;
inline constexpr int kWatchersPerTicket = 64;
inline constexpr int kMergedPerGuest = 500; ///< tickets through which one person follows another
inline constexpr int kLinksPerTicket = 200;
inline constexpr int kCustomFieldsPerTicket = 100;
inline constexpr int kFactsPerKit = 100;
inline constexpr qsizetype kFactLength = 400;
/// Room for limits::kShotsPerReport screenshots, each up to three files (picture, picture without
/// annotations, annotations), and a few files more.
inline constexpr int kAttachmentsPerMessage = 100;
inline constexpr int kServicesPerKit = 8;
inline constexpr qint64 kLiveMostMs = 60LL * 60'000;
inline constexpr qsizetype kReceiptTextLength = 2000;
inline constexpr qint64 kReceiptFileBytes = 256 * 1024;
inline constexpr int kSavedReports = 50;
inline constexpr int kEffects = 200;             ///< of a site's list
inline constexpr qsizetype kEffectsBytes = 256 * 1024;
inline constexpr qint64 kAttachmentBytes = 100LL * 1024 * 1024;
inline constexpr qsizetype kPasswordLength = 1024;

// Pictures and what is drawn on them
/// Eight 4K screens side by side; more is a decompression bomb.
inline constexpr qint64 kPicturePixels = 8LL * 3840 * 2160;
inline constexpr int kPictureSide = 65'500;
inline constexpr int kShotsPerReport = 30;
inline constexpr qsizetype kSidecarBytes = 2 * 1024 * 1024;
inline constexpr int kAnnotations = 5'000;
inline constexpr int kAnnotationLayers = 50;
inline constexpr qsizetype kAnnotationPoints = 100'000;
inline constexpr qsizetype kPointsPerAnnotation = 4'000;
inline constexpr qsizetype kUnknownAnnotationBytes = 16 * 1024;

// What a computer tells about itself
inline constexpr qint64 kMachineFactsMs = 3'000;      ///< waited for; what comes later is added
inline constexpr qint64 kMachineFileBytes = 256 * 1024; ///< read of any file, from its end
inline constexpr int kMachineFilesLooked = 2'000;     ///< entries of a folder that are looked at
inline constexpr int kMachineEvents = 12;             ///< offered as "what happened just before"
inline constexpr qint64 kMachineEventsMs = 48LL * 3'600'000;

// Queries and saved views
inline constexpr qsizetype kQueryLength = 2000;
inline constexpr int kQueryDepth = 16;    ///< parentheses in parentheses
inline constexpr int kQueryTerms = 64;
inline constexpr int kQueryValues = 256;  ///< of all terms together
inline constexpr qint64 kQueryNumber = 1'000'000'000'000; ///< larger ones are typing errors
inline constexpr qint64 kQueryAge = 100'000; ///< in any unit
inline constexpr int kQueryPeople = 1000; ///< that one name may stand for
inline constexpr int kCompletions = 50;
inline constexpr int kSavedViews = 200;
inline constexpr qsizetype kSavedViewName = 100;
inline constexpr qsizetype kSavedViewBytes = 16 * 1024;
inline constexpr int kColumnWidth = 4000; ///< pixels

// Exchange
inline constexpr int kOpsPerPush = 50;
inline constexpr qsizetype kPushBytes = 256 * 1024;
inline constexpr int kChangesPerPage = 200;
inline constexpr qsizetype kPageBytes = 2 * 1024 * 1024;
inline constexpr qsizetype kJsonBytes = 4 * 1024 * 1024;
inline constexpr int kJsonDepth = 32;
inline constexpr qint64 kLongPollMs = 25'000;
inline constexpr qint64 kRequestTimeoutMs = 30'000;
inline constexpr qint64 kConnectTimeoutMs = 10'000;
inline constexpr qint64 kBlobChunkBytes = 1024 * 1024;
inline constexpr qint64 kBlobChunkMostBytes = 8 * 1024 * 1024;
inline constexpr qint64 kBlobUploadExpiryMs = 7LL * 86'400'000;
inline constexpr qint64 kBackoffFirstMs = 1'000;
inline constexpr qint64 kBackoffLongestMs = 300'000;
inline constexpr qint64 kRetryAfterMostMs = 3'600'000;
inline constexpr int kServerFaultsBeforeParking = 5;

// Reading text in pictures
inline constexpr qint64 kOcrPicturePixels = 64'000'000; ///< larger pictures are not read
inline constexpr qint64 kOcrPassPixels = 16'000'000;    ///< in one pass, after enlarging
inline constexpr qint64 kOcrPassMs = 60'000;
inline constexpr int kOcrWords = 20'000;
inline constexpr qsizetype kOcrWordLength = 1000;
inline constexpr qsizetype kErrorLines = 10;
inline constexpr qsizetype kSitePatternLength = 60;
inline constexpr qsizetype kSitePatternReach = 128;
inline constexpr qsizetype kSitePatterns = 32;

// Pictures of the screen
inline constexpr int kCaptureDelaySeconds = 30;
/// The desktop's answer may wait for a person in front of its dialog.
inline constexpr int kPortalLimitMs = 60'000;
/// For any way of taking a picture, behind the portal's own limit.
inline constexpr int kCaptureLimitMs = 75'000;
inline constexpr qint64 kCaptureFileBytes = 512LL * 1024 * 1024;
/// Of one picture in memory, in MB: four 5K screens side by side take 236.
inline constexpr int kCapturePictureMegabytes = 1024;
inline constexpr int kCaptureSidePixels = 32'000;
inline constexpr int kRecordedSteps = 25;
inline constexpr qint64 kRecordingMs = 600'000;
inline constexpr qint64 kClickDebounceMs = 300;
/// Pictures of steps in memory at once, while they are written to the disk.
inline constexpr int kStepsOnTheWay = 4;
inline constexpr qsizetype kWindowTitleLength = 250;

// What people are told
inline constexpr int kNotices = 500;             ///< kept, the newest
inline constexpr qsizetype kNoticeWords = 200;   ///< of a message's text
inline constexpr int kSuggestions = 3; ///< beside a report that is being written
inline constexpr int kBubblesPerMinute = 5;      ///< beyond that they become one
inline constexpr qint64 kSnoozeMs = 3'600'000;
// Asking for a verdict (W25)
inline constexpr qint64 kRatingEveryMs = 7LL * 86'400'000;
inline constexpr qint64 kRatingAfterReportMs = 30LL * 60'000;
inline constexpr qint64 kRatingAfterEndMs = 10LL * 60'000;
inline constexpr qint64 kRatingUntilMs = 14LL * 86'400'000; ///< after the end; then it is too late
inline constexpr qint64 kRatingCalmMs = 60'000;  ///< without a key being pressed
inline constexpr int kLowScore = 2;              ///< and below: somebody looks into it

// Clocks
inline constexpr qint64 kServiceTargetMs = 366LL * 86'400'000; ///< of one clock, in working time
inline constexpr int kServiceMarks = 200;        ///< of one ticket
inline constexpr int kServiceCalendars = 50;
inline constexpr int kServiceContracts = 100;
inline constexpr int kContractQueues = 200;
inline constexpr int kHolidays = 2'000;          ///< of one calendar
inline constexpr int kSpansPerDay = 24;
inline constexpr int kClockSegments = 1'000;     ///< listed of one clock
/// After a clock's due time nobody is told of it for the first time any more.
inline constexpr qint64 kDueToldLateMs = 4LL * 3'600'000;
inline constexpr qint64 kDueCheckMs = 60'000;
inline constexpr qint64 kDueToldKeptMs = 90LL * 86'400'000;
/// How far back the clock of an agent's device is believed.
inline constexpr qint64 kOfflineHonouredMs = 14LL * 86'400'000;

// Retention
inline constexpr qint64 kAckedOpsKeptMs = 30LL * 86'400'000;
inline constexpr int kAckedOpsKept = 20'000;
/// How long work on a ticket that a restored server has lost waits for the ticket to come back
/// from the device that wrote it, before a person is asked.
inline constexpr qint64 kTicketAwaitedMs = 14LL * 86'400'000;
inline constexpr qint64 kResultsKeptMs = 400LL * 86'400'000;
inline constexpr qint64 kOutboxOps = 100'000;

// The server's front door
inline constexpr int kHeaderBytes = 16 * 1024;
inline constexpr int kConnections = 2048;
inline constexpr int kConnectionsPerAddress = 1200;
inline constexpr qint64 kHeaderTimeoutMs = 10'000;
inline constexpr qint64 kIdleTimeoutMs = 60'000;
inline constexpr int kSignInTries = 10;
inline constexpr qint64 kSignInWindowMs = 15 * 60'000;

} // namespace vigie::limits
