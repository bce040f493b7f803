// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/bookdrawing.h"

#include "app/services/bookappending.h"
#include "app/services/officedesk.h"

using namespace Qt::Literals::StringLiterals;

namespace app {

BookDrawing::BookDrawing(OfficeDesk& desk)
    : m_desk(desk) {}

Result<BookEntry> BookDrawing::draw(const Request& request, std::stop_token stop) {
    std::optional<BookEntry> drawn;
    const auto appended =
        appendToBook(m_desk,
                     {.stream = request.stream,
                      .cites = request.cites,
                      .isThere = [&]() -> Result<bool> {
                          const auto line = known(request);
                          return line ? Result<bool>(line->has_value()) : std::unexpected(line.error());
                      },
                      .body = [&](const BookEnd& end) { return request.line(end.next, end.latestDate); },
                      .keep = [&]() -> Result<void> {
                          const auto line = known(request);
                          if (!line) {
                              return std::unexpected(line.error());
                          }
                          drawn = *line;
                          if (!drawn) {
                              return fail("book-line-lost", request.stream);
                          }
                          return request.alongside ? request.alongside(*drawn) : Result<void>();
                      }},
                     std::move(stop));
    return appended ? Result<BookEntry>(*drawn) : std::unexpected(appended.error());
}

Result<std::optional<BookEntry>> BookDrawing::known(const Request& request) const {
    return m_desk.store().books().lineOf(request.stream, request.document);
}

} // namespace app
