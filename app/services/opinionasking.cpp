// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/opinionasking.h"

#include "app/domain/comment.h"
#include "app/domain/plaintext.h"
#include "app/services/keepfile.h"
#include "app/services/officedesk.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

namespace {

/// The one of the office who bears that login or mailbox.
const Person* personNamed(const QList<Person>& people, const OrganId& office, const QString& name) {
    const QString wanted = name.trimmed();
    const auto found = std::ranges::find_if(people, [&](const Person& one) {
        return one.organ == office && (one.mailbox() == wanted || one.login == wanted);
    });
    return found == people.end() ? nullptr : &*found;
}

Result<QString> checkedLeader(const OfficeDesk& desk, const QList<Person>& people, const QString& name) {
    const Person self = desk.person();
    if (!mayAskOpinions(self.role) || (name.trimmed().isEmpty() && !asksInOwnName(self.role))) {
        return fail("opinion-asking-not-allowed", roleKey(self.role));
    }
    if (name.trimmed().isEmpty()) {
        return self.mailbox();
    }
    const Person* leader = personNamed(people, desk.organ(), name);
    return leader && leader->role == Role::Leader ? Result<QString>(leader->mailbox())
                                                  : fail("opinion-leader-unknown", name);
}

Result<void> checkWords(acts::OpinionAsked& asked, const OpinionForm& form) {
    asked.subject = visibleText(form.subject);
    asked.text = commentText(form.text);
    if (asked.subject.isEmpty()) {
        return fail("opinion-subject-missing");
    }
    if (asked.subject.size() > longestOpinionSubject) {
        return fail("opinion-subject-too-long", QString::number(asked.subject.size()));
    }
    if (asked.text.size() > longestOpinionText) {
        return fail("opinion-text-too-long", QString::number(asked.text.size()));
    }
    return {};
}

Result<void> checkDay(const QDate& due, const QDate& today) {
    if (!due.isValid() || due < today || today.daysTo(due) > longestOpinionDays) {
        return fail("opinion-day-wrong", due.toString(Qt::ISODate));
    }
    return {};
}

Result<QStringList> checkedMembers(const OfficeDesk& desk, const QList<Person>& people, const OpinionForm& form,
                                   const QString& leader) {
    QStringList members;
    for (const QString& name : form.members) {
        const Person* one = personNamed(people, desk.organ(), name);
        if (!one) {
            return fail("opinion-member-unknown", name);
        }
        if (one->mailbox() != leader && one->mailbox() != desk.person().mailbox()) {
            members.append(one->mailbox());
        }
    }
    members.removeDuplicates();
    if (members.isEmpty() && form.offices.isEmpty()) {
        return fail("opinion-members-missing");
    }
    if (members.size() + form.offices.size() > mostOpinionMembers) {
        return fail("opinion-members-too-many", QString::number(members.size() + form.offices.size()));
    }
    return members;
}

Result<QList<OrganRef>> checkedOffices(const OfficeDesk& desk, const OpinionForm& form) {
    QList<OrganRef> offices;
    for (const QString& name : form.offices) {
        const auto code = OrganId::parse(name.trimmed());
        const auto known = code && *code != desk.organ() ? desk.store().directory().agency(*code)
                                                         : Result<std::optional<Agency>>(std::nullopt);
        if (!known) {
            return std::unexpected(known.error());
        }
        if (!*known) {
            return fail("opinion-office-unknown", name);
        }
        const OrganRef office{.id = *code, .name = (*known)->name};
        if (!offices.contains(office)) {
            offices.append(office);
        }
    }
    return offices;
}

Result<OpinionFile> fileOfDocument(const OfficeDesk& desk, const DocumentId& id) {
    const auto kept = keepDocument(desk, id, longestOpinionFileName);
    return kept ? Result<OpinionFile>({.name = kept->name, .sha256 = kept->sha256, .size = kept->size, .document = id})
                : std::unexpected(kept.error());
}

Result<OpinionFile> fileAt(const OfficeDesk& desk, const QString& path) {
    const auto kept = keepFile(desk, path, longestOpinionFileName);
    return kept ? Result<OpinionFile>({.name = kept->name, .sha256 = kept->sha256, .size = kept->size})
                : std::unexpected(kept.error());
}

Result<QList<OpinionFile>> keptFiles(const OfficeDesk& desk, const OpinionForm& form) {
    if (form.documents.size() + form.files.size() > mostOpinionFiles) {
        return fail("opinion-files-too-many", QString::number(form.documents.size() + form.files.size()));
    }
    QList<OpinionFile> files;
    for (const DocumentId& id : form.documents) {
        auto file = fileOfDocument(desk, id);
        if (!file) {
            return std::unexpected(file.error());
        }
        files.append(*file);
    }
    for (const QString& path : form.files) {
        auto file = fileAt(desk, path);
        if (!file) {
            return std::unexpected(file.error());
        }
        files.append(*file);
    }
    return files;
}

} // namespace

bool asksInOwnName(Role role) {
    return role == Role::Leader;
}

bool mayAskOpinions(Role role) {
    return role != Role::Archivist;
}

Result<acts::OpinionAsked> checkedQuestion(const OfficeDesk& desk, const OpinionForm& form) {
    const auto people = desk.store().directory().people();
    const auto leader = people ? checkedLeader(desk, *people, form.leader) : std::unexpected(people.error());
    if (!leader) {
        return std::unexpected(leader.error());
    }
    acts::OpinionAsked asked{.opinion = OpinionId::create(), .leader = *leader, .due = form.due};
    if (auto words = checkWords(asked, form); !words) {
        return std::unexpected(words.error());
    }
    if (auto day = checkDay(form.due, desk.today()); !day) {
        return std::unexpected(day.error());
    }
    const auto members = checkedMembers(desk, *people, form, *leader);
    if (!members) {
        return std::unexpected(members.error());
    }
    asked.members = *members;
    const auto offices = checkedOffices(desk, form);
    if (!offices) {
        return std::unexpected(offices.error());
    }
    asked.offices = *offices;
    asked.isSigned = form.isSigned;
    const auto files = keptFiles(desk, form);
    if (!files) {
        return std::unexpected(files.error());
    }
    asked.files = *files;
    return asked;
}

} // namespace app
