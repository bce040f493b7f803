// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace app {

/// The lists of the window and of `congvanctl inbox`.
enum class Folder {
    ToAccept,   ///< Chờ tiếp nhận: came, nobody decided
    ToDirect,   ///< Chờ chỉ đạo: presented to this person, who says who deals with it
    ToHandle,   ///< Cần xử lý: accepted, not answered; where it was directed: with those who have a share of it
    Following,  ///< Đang theo dõi: given to others, not done
    Overdue,    ///< Quá hạn: those of ToDirect, ToHandle and Following whose due date has passed
    Done,       ///< Hoàn thành: answered, finished or refused
    Drafts,     ///< Dự thảo: mine, also those that were given back
    ToSign,     ///< Chờ ký: submitted, not signed
    ToIssue,    ///< Chờ phát hành: signed; to number, seal and send
    Issued,     ///< Đã phát hành: sent
    Dossiers,   ///< Hồ sơ (see the dossiers' own list)
    Books,      ///< Sổ văn bản (see the books' own list)
    Statistics, ///< Thống kê: figures about the work, no documents
    Opinions,   ///< Lấy ý kiến: questions of leaders (see their own list)
    Meetings,   ///< Họp: meetings of the office (see their own list)
};

/// "to-accept", "to-direct", "to-handle", "following", "overdue", "done", "drafts", "to-sign", "to-issue", "issued",
/// "dossiers", "books", "statistics", "opinions", "meetings".
[[nodiscard]] QString folderKey(Folder folder);
[[nodiscard]] std::optional<Folder> folderFromKey(QStringView key);
[[nodiscard]] const QList<Folder>& allFolders();

struct FolderCounts {
    int toAccept = 0;
    int toDirect = 0;
    int toHandle = 0;
    int following = 0;
    int overdue = 0;
    int done = 0;
    int drafts = 0;
    int toSign = 0;
    int toIssue = 0;
    int issued = 0;
    int dossiers = 0;
    int books = 0;
    int opinions = 0; ///< that wait for this person's answer
    int meetings = 0; ///< to come, that wait for this person's answer
    int unread = 0;   ///< among ToAccept

    [[nodiscard]] int of(Folder folder) const;

    friend bool operator==(const FolderCounts&, const FolderCounts&) = default;
};

} // namespace app
