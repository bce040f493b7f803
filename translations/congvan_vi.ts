<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>ui::AcceptPanel</name>
    <message>
        <source>Registers the document in the incoming book. Expected number: %1.</source>
        <translation>Đăng ký văn bản vào sổ văn bản đến. Số đến dự kiến: %1.</translation>
    </message>
    <message>
        <source>Registers the document in the incoming book; the number is drawn from the server.</source>
        <translation>Đăng ký văn bản vào sổ văn bản đến; số đến lấy từ máy chủ.</translation>
    </message>
    <message>
        <source>&amp;Accept · Ctrl+Enter</source>
        <translation>&amp;Tiếp nhận · Ctrl+Enter</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Day of a&amp;rrival</source>
        <translation>Ngày đế&amp;n</translation>
    </message>
    <message>
        <source>Answer &amp;by</source>
        <translation>&amp;Hạn trả lời</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Ghi chú</translation>
    </message>
    <message>
        <source>Accept although the verdict is not &quot;valid&quot;</source>
        <translation>Vẫn tiếp nhận dù kết quả kiểm chữ ký không phải “hợp lệ”</translation>
    </message>
    <message>
        <source>Accept although the signatures have not been checked</source>
        <translation>Vẫn tiếp nhận dù chữ ký chưa được kiểm</translation>
    </message>
    <message>
        <source>This day lies before the arrival.</source>
        <translation>Hạn này trước ngày đến.</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Viết ngày theo dạng ngày/tháng/năm, ví dụ 05/12/2026.</translation>
    </message>
    <message>
        <source>Accept although it seems to have come before, as %1</source>
        <translation>Vẫn tiếp nhận dù có vẻ đã đến trước đó, số %1</translation>
    </message>
    <message>
        <source>Registers it in the book of its kind (%1), not among official documents. Expected number: %2.</source>
        <translation>Ghi vào sổ riêng của loại này (%1), không ghi vào sổ văn bản đến. Số dự kiến: %2.</translation>
    </message>
    <message>
        <source>Registers it in the book of its kind (%1), not among official documents.</source>
        <translation>Ghi vào sổ riêng của loại này (%1), không ghi vào sổ văn bản đến.</translation>
    </message>
</context>
<context>
    <name>ui::ActionFlow</name>
    <message>
        <source>Registering…</source>
        <translation>Đang vào sổ…</translation>
    </message>
    <message>
        <source>Accepted with number %1 in the incoming book.</source>
        <translation>Đã tiếp nhận, số đến %1.</translation>
    </message>
    <message>
        <source>Returns the document to its sender, who will read the reason.</source>
        <translation>Trả lại văn bản cho nơi gửi; nơi gửi sẽ đọc được lý do.</translation>
    </message>
    <message>
        <source>&amp;Return to sender · Ctrl+Enter</source>
        <translation>&amp;Trả lại nơi gửi · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Returned to the sender.</source>
        <translation>Đã trả lại nơi gửi.</translation>
    </message>
    <message>
        <source>Gives the document back to its drafter, who will read the reason.</source>
        <translation>Trả lại văn bản cho người soạn; người soạn sẽ đọc được lý do.</translation>
    </message>
    <message>
        <source>Give &amp;back · Ctrl+Enter</source>
        <translation>T&amp;rả lại · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Given back to the drafter.</source>
        <translation>Đã trả lại người soạn.</translation>
    </message>
    <message>
        <source>Drawing the number…</source>
        <translation>Đang lấy số…</translation>
    </message>
    <message>
        <source>Number %1 was drawn.</source>
        <translation>Đã cấp số %1.</translation>
    </message>
    <message>
        <source>Sealing…</source>
        <translation>Đang đóng dấu…</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Đang ký…</translation>
    </message>
    <message>
        <source>Sealed by %1.</source>
        <translation>Đã đóng dấu: %1.</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>Đã ký: %1.</translation>
    </message>
    <message>
        <source>Packing…</source>
        <translation>Đang đóng gói…</translation>
    </message>
    <message numerus="yes">
        <source>Packed for %n office(s); the trail shows when it is there.</source>
        <translation>
            <numerusform>Đã đóng gói gửi %n cơ quan; mục Theo dõi cho biết khi nào tới nơi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lays the document out and puts it before the leader. It can&apos;t be edited while it is there.</source>
        <translation>Dàn trang và trình lãnh đạo. Không sửa được trong khi chờ ký.</translation>
    </message>
    <message>
        <source>Su&amp;bmit · Ctrl+Enter</source>
        <translation>T&amp;rình ký · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Who signs</source>
        <translation>&amp;Người ký</translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation>Đang trình…</translation>
    </message>
    <message>
        <source>Submitted for signature.</source>
        <translation>Đã trình ký.</translation>
    </message>
    <message>
        <source>Deletes this draft for good. Nobody else has a copy.</source>
        <translation>Xóa hẳn dự thảo này. Không ai khác có bản sao.</translation>
    </message>
    <message>
        <source>De&amp;lete draft</source>
        <translation>&amp;Xóa dự thảo</translation>
    </message>
    <message>
        <source>The draft was deleted.</source>
        <translation>Đã xóa dự thảo.</translation>
    </message>
    <message>
        <source>Files the document into a dossier, or into a new one.</source>
        <translation>Đưa văn bản vào một hồ sơ, hoặc vào hồ sơ mới.</translation>
    </message>
    <message>
        <source>&amp;File · Ctrl+Enter</source>
        <translation>Đưa vào &amp;hồ sơ · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Dossier</source>
        <translation>&amp;Hồ sơ</translation>
    </message>
    <message>
        <source>Or the title of a &amp;new one</source>
        <translation>Hoặc tiêu đề hồ sơ &amp;mới</translation>
    </message>
    <message>
        <source>Filed into the dossier.</source>
        <translation>Đã đưa vào hồ sơ.</translation>
    </message>
    <message>
        <source>The signatures were checked.</source>
        <translation>Đã kiểm chữ ký.</translation>
    </message>
    <message>
        <source>The seal is remembered; documents to come are compared with it.</source>
        <translation>Đã ghi nhận con dấu; các văn bản sau sẽ được đối chiếu với dấu này.</translation>
    </message>
    <message>
        <source>Now at %1; %2 follows when its evidence is here.</source>
        <translation>Hiện ở mức %1; sẽ đạt %2 khi có đủ bằng chứng.</translation>
    </message>
    <message>
        <source>Initialling…</source>
        <translation>Đang ký nháy…</translation>
    </message>
    <message>
        <source>Initialled; the document goes to the leader.</source>
        <translation>Đã ký nháy; văn bản được chuyển tới lãnh đạo.</translation>
    </message>
    <message>
        <source>Ends the work on this document without an answer; its sender is told.</source>
        <translation>Kết thúc xử lý văn bản, không có văn bản trả lời; bên gửi được báo.</translation>
    </message>
    <message>
        <source>Fi&amp;nish · Ctrl+Enter</source>
        <translation>&amp;Kết thúc · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Đã kết thúc xử lý.</translation>
    </message>
    <message>
        <source>What has not gone out is taken back at once. Offices that have the document are asked to give it back; they read the reason and may refuse.</source>
        <translation>Phần chưa gửi được rút lại ngay. Nơi đã nhận văn bản được đề nghị trả lại; nơi nhận đọc được lý do và có thể từ chối.</translation>
    </message>
    <message>
        <source>Ta&amp;ke back · Ctrl+Enter</source>
        <translation>Thu &amp;hồi · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Taken back before it went out.</source>
        <translation>Đã rút lại trước khi gửi.</translation>
    </message>
    <message numerus="yes">
        <source>%n office(s) will be asked to give it back; the trail shows the answers.</source>
        <translation>
            <numerusform>Sẽ đề nghị %n nơi nhận trả lại; mục Theo dõi cho biết trả lời.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Give it back · Ctrl+Enter</source>
        <translation>Đồng ý t&amp;hu hồi · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Take it · Ctrl+Enter</source>
        <translation>&amp;Nhận bản cập nhật · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Given back; the document is frozen.</source>
        <translation>Đã đồng ý thu hồi; văn bản được đóng băng.</translation>
    </message>
    <message>
        <source>The new version was taken.</source>
        <translation>Đã nhận bản cập nhật.</translation>
    </message>
    <message>
        <source>Nothing changes here; the sender reads the reason (status 16).</source>
        <translation>Văn bản giữ nguyên; bên gửi đọc được lý do (mã 16).</translation>
    </message>
    <message>
        <source>Re&amp;fuse · Ctrl+Enter</source>
        <translation>Từ &amp;chối · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Refused; its sender is told why.</source>
        <translation>Đã từ chối; bên gửi được báo lý do.</translation>
    </message>
    <message>
        <source>The packet is signed.</source>
        <translation>Gói tin đã được ký.</translation>
    </message>
    <message>
        <source>The packet is over 20 MB and goes unsigned; the document keeps its signatures.</source>
        <translation>Gói tin lớn hơn 20 MB nên không được ký; chữ ký trên văn bản vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>The update waits to go out; the trail shows who has it.</source>
        <translation>Bản cập nhật đang chờ gửi; mục Theo dõi cho biết nơi nào đã nhận.</translation>
    </message>
    <message>
        <source>Puts the document before the one who says who deals with it.</source>
        <translation>Trình văn bản cho người có thẩm quyền chỉ đạo xử lý.</translation>
    </message>
    <message>
        <source>&amp;Present · Ctrl+Enter</source>
        <translation>&amp;Trình · Ctrl+Enter</translation>
    </message>
    <message>
        <source>To &amp;whom</source>
        <translation>Trình &amp;ai</translation>
    </message>
    <message>
        <source>Presented; the directive comes back to this desk.</source>
        <translation>Đã trình; ý kiến chỉ đạo sẽ về bàn làm việc này.</translation>
    </message>
    <message>
        <source>Directed; everybody named gets it on their desk.</source>
        <translation>Đã chỉ đạo; mọi người được giao đều nhận được văn bản.</translation>
    </message>
    <message>
        <source>Gives your part of the work back to whoever gave it; they read why.</source>
        <translation>Trả lại phần việc được giao cho người giao; người đó sẽ đọc lý do.</translation>
    </message>
    <message>
        <source>Given back.</source>
        <translation>Đã trả lại.</translation>
    </message>
    <message>
        <source>Asked; the day that holds stays until it is answered.</source>
        <translation>Đã xin gia hạn; thời hạn cũ vẫn giữ cho đến khi có trả lời.</translation>
    </message>
    <message>
        <source>%1 asks for time until %2: “%3”</source>
        <translation>%1 xin gia hạn đến %2: “%3”</translation>
    </message>
    <message>
        <source>&amp;Grant · Ctrl+Enter</source>
        <translation>&amp;Đồng ý · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Granted; the new day holds from now on.</source>
        <translation>Đã đồng ý; thời hạn mới có hiệu lực từ bây giờ.</translation>
    </message>
    <message>
        <source>The day that holds stays; %1 reads why.</source>
        <translation>Thời hạn cũ vẫn giữ; %1 sẽ đọc lý do.</translation>
    </message>
    <message>
        <source>Refused; whoever asked reads why.</source>
        <translation>Đã từ chối; người xin gia hạn sẽ đọc lý do.</translation>
    </message>
    <message>
        <source>The comment was added; everybody who takes part reads it.</source>
        <translation>Đã gửi ý kiến; mọi người tham gia xử lý đều đọc được.</translation>
    </message>
</context>
<context>
    <name>ui::ActionPanel</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Bỏ qua</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Lỗi</translation>
    </message>
</context>
<context>
    <name>ui::Actions</name>
    <message>
        <source>&amp;Accept · number %1</source>
        <translation>&amp;Tiếp nhận · số đến %1</translation>
    </message>
    <message>
        <source>&amp;Accept…</source>
        <translation>&amp;Tiếp nhận…</translation>
    </message>
    <message>
        <source>&amp;Sign · Ctrl+Enter</source>
        <translation>&amp;Ký · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Give &amp;number · %1</source>
        <translation>&amp;Cấp số · %1</translation>
    </message>
    <message>
        <source>Give &amp;number…</source>
        <translation>&amp;Cấp số…</translation>
    </message>
    <message>
        <source>S&amp;eal · Ctrl+Enter</source>
        <translation>Đóng &amp;dấu · Ctrl+Enter</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send to %n office(s)</source>
        <translation>
            <numerusform>&amp;Gửi đến %n cơ quan</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Send…</source>
        <translation>&amp;Gửi…</translation>
    </message>
    <message>
        <source>Su&amp;bmit for signature…</source>
        <translation>T&amp;rình ký…</translation>
    </message>
    <message>
        <source>Su&amp;bmit to %1</source>
        <translation>T&amp;rình %1 ký</translation>
    </message>
    <message>
        <source>Write an &amp;answer</source>
        <translation>Soạn trả &amp;lời</translation>
    </message>
    <message>
        <source>E&amp;dit</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;File into a dossier…</source>
        <translation>Đưa vào &amp;hồ sơ…</translation>
    </message>
    <message>
        <source>&amp;Return to sender…</source>
        <translation>Từ &amp;chối…</translation>
    </message>
    <message>
        <source>Give &amp;back…</source>
        <translation>T&amp;rả lại…</translation>
    </message>
    <message>
        <source>Delete draft…</source>
        <translation>Xóa dự thảo…</translation>
    </message>
    <message>
        <source>no. in %1</source>
        <translation>số đến %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(chưa có trích yếu)</translation>
    </message>
    <message>
        <source>&amp;Initial · Ctrl+Enter</source>
        <translation>Ký &amp;nháy · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Take the new version…</source>
        <translation>&amp;Nhận bản cập nhật…</translation>
    </message>
    <message>
        <source>&amp;Agree to give it back…</source>
        <translation>Đồng ý t&amp;hu hồi…</translation>
    </message>
    <message>
        <source>Re&amp;fuse…</source>
        <translation>Từ &amp;chối…</translation>
    </message>
    <message>
        <source>Fi&amp;nish…</source>
        <translation>&amp;Kết thúc…</translation>
    </message>
    <message>
        <source>Ta&amp;ke back…</source>
        <translation>Thu &amp;hồi…</translation>
    </message>
    <message>
        <source>The document is frozen here and its sender is told so (status 15).</source>
        <translation>Văn bản được đóng băng tại đây và bên gửi được báo đồng ý (mã 15).</translation>
    </message>
    <message>
        <source>The new version takes the place of the earlier one, which is kept (status 15).</source>
        <translation>Bản cập nhật thay cho bản trước; bản trước vẫn được lưu (mã 15).</translation>
    </message>
    <message>
        <source>Line %1 of the incoming book stays.</source>
        <translation>Dòng số %1 trong sổ đến được giữ lại.</translation>
    </message>
    <message>
        <source>It takes over number %1 of the incoming book.</source>
        <translation>Bản cập nhật mang số đến %1.</translation>
    </message>
    <message>
        <source>Somebody was given it to deal with; that work ends.</source>
        <translation>Văn bản đã được phân công; việc xử lý đó dừng lại.</translation>
    </message>
    <message>
        <source>It was answered by %1, which stays.</source>
        <translation>Đã có văn bản trả lời %1, vẫn giữ nguyên.</translation>
    </message>
    <message numerus="yes">
        <source>It stays in %n dossier(s).</source>
        <translation>
            <numerusform>Văn bản vẫn nằm trong %n hồ sơ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring &amp;up to date…</source>
        <translation>&amp;Cập nhật…</translation>
    </message>
    <message>
        <source>Re&amp;place…</source>
        <translation>T&amp;hay thế…</translation>
    </message>
    <message>
        <source>&amp;Present to a leader…</source>
        <translation>&amp;Trình lãnh đạo…</translation>
    </message>
    <message>
        <source>&amp;Direct…</source>
        <translation>&amp;Chỉ đạo…</translation>
    </message>
    <message>
        <source>&amp;Direct anew…</source>
        <translation>&amp;Chỉ đạo lại…</translation>
    </message>
    <message>
        <source>Give the &amp;work back…</source>
        <translation>Trả lại &amp;việc…</translation>
    </message>
    <message>
        <source>&amp;Grant until %1…</source>
        <translation>Đồng ý &amp;gia hạn đến %1…</translation>
    </message>
    <message>
        <source>Re&amp;fuse more time…</source>
        <translation>&amp;Từ chối gia hạn…</translation>
    </message>
    <message>
        <source>Ask for more &amp;time…</source>
        <translation>Xin gia &amp;hạn…</translation>
    </message>
    <message>
        <source>&amp;Comment…</source>
        <translation>Ý &amp;kiến…</translation>
    </message>
    <message>
        <source>Correct the &amp;entry…</source>
        <translation>Đính chính thông &amp;tin…</translation>
    </message>
    <message>
        <source>&amp;Accept · no. %1</source>
        <translation>&amp;Tiếp nhận · số %1</translation>
    </message>
    <message>
        <source>&amp;Deal with it myself…</source>
        <translation>Tự &amp;xử lý…</translation>
    </message>
    <message>
        <source>Return to be registered &amp;openly…</source>
        <translation>Trả văn thư để &amp;vào sổ công khai…</translation>
    </message>
</context>
<context>
    <name>ui::AgendaFields</name>
    <message>
        <source>Add a document by number or words…</source>
        <translation>Thêm văn bản theo số hoặc nội dung…</translation>
    </message>
    <message>
        <source>Add a document of this desk</source>
        <translation>Thêm văn bản có trên bàn làm việc này</translation>
    </message>
    <message>
        <source>Documents found</source>
        <translation>Văn bản tìm thấy</translation>
    </message>
    <message>
        <source>No document is found by these words.</source>
        <translation>Không tìm thấy văn bản nào theo các từ này.</translation>
    </message>
    <message>
        <source>Take awa&amp;y</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>one item on a line: title | who presents | minutes</source>
        <translation>mỗi dòng một nội dung: tên | người trình bày | số phút</translation>
    </message>
    <message>
        <source>Agen&amp;da</source>
        <translation>Chươn&amp;g trình họp</translation>
    </message>
    <message>
        <source>They go with the item in whose line the cursor is.</source>
        <translation>Gắn với nội dung ở dòng đang đặt con trỏ.</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Thêm tập t&amp;in…</translation>
    </message>
    <message>
        <source>D&amp;ocuments</source>
        <translation>Tài &amp;liệu</translation>
    </message>
    <message>
        <source>Documents of the meeting</source>
        <translation>Tài liệu họp</translation>
    </message>
    <message>
        <source>Documents go with an item.</source>
        <translation>Tài liệu phải gắn với một nội dung họp.</translation>
    </message>
</context>
<context>
    <name>ui::AskOpinionPanel</name>
    <message>
        <source>Goes to those who are chosen and to nobody else; each answers to whoever asks alone.</source>
        <translation>Chỉ những người được chọn nhận được phiếu; mỗi người trả lời riêng cho người lấy ý kiến.</translation>
    </message>
    <message>
        <source>&amp;Ask · Ctrl+Enter</source>
        <translation>&amp;Gửi lấy ý kiến · Ctrl+Enter</translation>
    </message>
    <message>
        <source>C&amp;hoose all</source>
        <translation>&amp;Chọn tất cả</translation>
    </message>
    <message>
        <source>Take awa&amp;y</source>
        <translation>Bỏ tệ&amp;p</translation>
    </message>
    <message>
        <source>in a line, such as: draft rules of work</source>
        <translation>một dòng, ví dụ: dự thảo Quy chế làm việc</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>&amp;What about</source>
        <translation>&amp;Về việc</translation>
    </message>
    <message>
        <source>Answer &amp;by</source>
        <translation>&amp;Hạn trả lời</translation>
    </message>
    <message>
        <source>&amp;Question in full</source>
        <translation>&amp;Nội dung xin ý kiến</translation>
    </message>
    <message>
        <source>In the &amp;name of</source>
        <translation>Thay &amp;mặt lãnh đạo</translation>
    </message>
    <message>
        <source>Who is as&amp;ked</source>
        <translation>Người được lấy ý &amp;kiến</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Thêm &amp;tệp…</translation>
    </message>
    <message>
        <source>What li&amp;es beside it</source>
        <translation>Tài liệu kèm the&amp;o</translation>
    </message>
    <message>
        <source>What lies beside the question</source>
        <translation>Tài liệu kèm theo phiếu lấy ý kiến</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen; the space bar chooses</source>
        <translation>
            <numerusform>Đã chọn %n người; bấm phím cách để chọn</numerusform>
        </translation>
    </message>
    <message>
        <source>C&amp;hoose none</source>
        <translation>Bỏ &amp;chọn tất cả</translation>
    </message>
    <message>
        <source>Say what it is about.</source>
        <translation>Hãy ghi việc cần lấy ý kiến.</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Hãy ghi ngày theo dạng ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>This day has passed.</source>
        <translation>Ngày này đã qua.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Không quá %n ký tự.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose somebody.</source>
        <translation>Hãy chọn ít nhất một người.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n file(s).</source>
        <translation>
            <numerusform>Không quá %n tệp.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers are to be si&amp;gned</source>
        <translation>Yêu cầu &amp;ký số câu trả lời</translation>
    </message>
    <message>
        <source>Other o&amp;ffices</source>
        <translation>Cơ quan &amp;khác</translation>
    </message>
    <message>
        <source>They are asked by a document of ours and answer by one of theirs.</source>
        <translation>Được lấy ý kiến bằng công văn và trả lời bằng văn bản.</translation>
    </message>
</context>
<context>
    <name>ui::BookModel</name>
    <message>
        <source>Voided: %1</source>
        <translation>Đã hủy: %1</translation>
    </message>
    <message>
        <source>Out of order, not counted: %1</source>
        <translation>Sai thứ tự, không tính: %1</translation>
    </message>
    <message>
        <source>No. in</source>
        <translation>Số đến</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Ngày đến</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nơi gửi</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>Người cấp số</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>%1 (on paper)</source>
        <translation>%1 (văn bản giấy)</translation>
    </message>
</context>
<context>
    <name>ui::BookPage</name>
    <message>
        <source>&amp;Incoming book</source>
        <translation>Sổ văn bản đế&amp;n</translation>
    </message>
    <message>
        <source>&amp;Outgoing books</source>
        <translation>Sổ văn bản đ&amp;i</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Các dòng trong sổ</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export a register…</source>
        <translation>&amp;Xuất sổ…</translation>
    </message>
    <message>
        <source>Save the register to a file</source>
        <translation>Lưu sổ vào tệp</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message numerus="yes">
        <source>The register was saved, %n line(s): %1</source>
        <translation>
            <numerusform>Đã lưu sổ, %n dòng: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Other &amp;kinds</source>
        <translation>Hồ sơ, &amp;loại khác</translation>
    </message>
    <message>
        <source>Book of %1 %2</source>
        <translation>Sổ %1 năm %2</translation>
    </message>
    <message>
        <source>Incoming book %1</source>
        <translation>Sổ văn bản đến năm %1</translation>
    </message>
    <message>
        <source>Outgoing book %1, official letters</source>
        <translation>Sổ công văn đi năm %1</translation>
    </message>
    <message>
        <source>Outgoing book %1, named kinds</source>
        <translation>Sổ văn bản có tên loại đi năm %1</translation>
    </message>
    <message>
        <source>Make &amp;void…</source>
        <translation>&amp;Hủy số…</translation>
    </message>
    <message>
        <source>&amp;Close the book…</source>
        <translation>&amp;Khóa sổ…</translation>
    </message>
    <message>
        <source>&amp;Secret books</source>
        <translation>Sổ &amp;mật</translation>
    </message>
    <message>
        <source>Closed books</source>
        <translation>Sổ đã khóa</translation>
    </message>
    <message>
        <source>%1 was closed on %2 with number %3: %4</source>
        <translation>%1 đã khóa ngày %2 ở số %3: %4</translation>
    </message>
    <message>
        <source>Makes number %1 void. It stays taken, its line says why, and its document is not sent any more.</source>
        <translation>Hủy số %1. Số này không cấp lại, dòng trong sổ ghi rõ lý do và văn bản không được phát hành nữa.</translation>
    </message>
    <message>
        <source>Make &amp;void · Ctrl+Enter</source>
        <translation>&amp;Hủy số · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Write the reason; it stays in the book.</source>
        <translation>Hãy ghi lý do; lý do được lưu trong sổ.</translation>
    </message>
    <message>
        <source>Number %1 is void.</source>
        <translation>Đã hủy số %1.</translation>
    </message>
    <message>
        <source>Closes the book for good: %1, with number %2 as the last one. Nothing can be entered in it any more.</source>
        <translation>Khóa hẳn sổ: %1, số cuối là %2. Sau khi khóa không vào sổ thêm được nữa.</translation>
    </message>
    <message>
        <source>&amp;Close the book · Ctrl+Enter</source>
        <translation>&amp;Khóa sổ · Ctrl+Enter</translation>
    </message>
    <message>
        <source>The book was closed: %1</source>
        <translation>Đã khóa sổ: %1</translation>
    </message>
</context>
<context>
    <name>ui::ChoicePanel</name>
    <message>
        <source>Choose one first.</source>
        <translation>Hãy chọn trước đã.</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Bạn muốn làm gì?</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Tìm lệnh</translation>
    </message>
</context>
<context>
    <name>ui::CommentPanel</name>
    <message>
        <source>Everybody who takes part in the document reads it; the sender does not.</source>
        <translation>Mọi người tham gia xử lý văn bản đều đọc được ý kiến này; bên gửi không thấy.</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>Ý &amp;kiến</translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation>Chọn người</translation>
    </message>
    <message>
        <source>&amp;Name somebody</source>
        <translation>&amp;Nhắc đến</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Tối đa %n ký tự.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add comment · Ctrl+Enter</source>
        <translation>&amp;Gửi ý kiến · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Write a comment first.</source>
        <translation>Hãy nhập ý kiến.</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>&amp;Thêm tệp…</translation>
    </message>
    <message>
        <source>Without files</source>
        <translation>Bỏ tệp kèm</translation>
    </message>
    <message>
        <source>Files that go with the comment</source>
        <translation>Tệp gửi kèm ý kiến</translation>
    </message>
    <message numerus="yes">
        <source>At most %n file(s).</source>
        <translation>
            <numerusform>Nhiều nhất %n tệp.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Comments</name>
    <message>
        <source>Names</source>
        <translation>Nhắc đến</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>chờ gửi lên máy chủ</translation>
    </message>
    <message>
        <source>a comment names you</source>
        <translation>có ý kiến nhắc đến bạn</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n ý kiến</numerusform>
        </translation>
    </message>
    <message>
        <source>No comments yet.</source>
        <translation>Chưa có ý kiến nào.</translation>
    </message>
    <message>
        <source>Withdrawn by its author, %1</source>
        <translation>Người viết đã rút lại, %1</translation>
    </message>
</context>
<context>
    <name>ui::ComparePane</name>
    <message>
        <source>P&amp;revious change</source>
        <translation>Thay đổi t&amp;rước</translation>
    </message>
    <message>
        <source>&amp;Next change</source>
        <translation>Thay đổi &amp;tiếp</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Chỗ khác nhau</translation>
    </message>
    <message>
        <source>Pages as signed</source>
        <translation>Các trang như khi ký</translation>
    </message>
    <message>
        <source>Pages as they are now</source>
        <translation>Các trang như hiện nay</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>Đóng phần so sánh</translation>
    </message>
    <message>
        <source>What %1 signed, beside the file as it is</source>
        <translation>Bản %1 đã ký, đặt cạnh tệp hiện nay</translation>
    </message>
    <message>
        <source>The pages are being compared…</source>
        <translation>Đang so sánh các trang…</translation>
    </message>
    <message>
        <source>As signed · the first %1</source>
        <translation>Như khi ký · %1 đầu tệp</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>As it is now · %1</source>
        <translation>Hiện nay · %1</translation>
    </message>
    <message>
        <source>The first %1 pages look the same; the others were not compared.</source>
        <translation>%1 trang đầu giống nhau; các trang còn lại chưa so sánh.</translation>
    </message>
    <message>
        <source>The pages look the same. What can&apos;t be seen is told under Signatures.</source>
        <translation>Các trang trông giống nhau. Điều không nhìn thấy được ghi ở mục Chữ ký.</translation>
    </message>
    <message numerus="yes">
        <source>%n changed place(s).</source>
        <translation>
            <numerusform>%n chỗ thay đổi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every change is explained: a later signature, evidence, or a field that could be filled.</source>
        <translation>Mọi thay đổi đều có lý do: chữ ký sau, bằng chứng, hoặc trường được phép điền.</translation>
    </message>
    <message>
        <source>Not every change is explained: do not rely on what was changed.</source>
        <translation>Có thay đổi không rõ lý do: không được dựa vào phần đã thay đổi.</translation>
    </message>
    <message>
        <source>Only the first %1 pages were compared.</source>
        <translation>Chỉ so sánh %1 trang đầu.</translation>
    </message>
    <message>
        <source>This page is gone</source>
        <translation>Trang này không còn</translation>
    </message>
    <message>
        <source>This page was not there when it was signed</source>
        <translation>Khi ký chưa có trang này</translation>
    </message>
    <message>
        <source>Looks otherwise since it was signed</source>
        <translation>Trông khác so với khi ký</translation>
    </message>
</context>
<context>
    <name>ui::ConclusionPanel</name>
    <message>
        <source>Unit: %1</source>
        <translation>Đơn vị: %1</translation>
    </message>
    <message>
        <source>Ends the meeting for all invited. Each task becomes work with a deadline, on the desk of whoever leads it.</source>
        <translation>Kết thúc cuộc họp đối với mọi thành phần. Mỗi nhiệm vụ được giao cho người, đơn vị chủ trì kèm thời hạn hoàn thành.</translation>
    </message>
    <message>
        <source>Goes to the chair, who alone concludes the meeting.</source>
        <translation>Trình người chủ trì; chỉ người chủ trì mới được kết luận cuộc họp.</translation>
    </message>
    <message>
        <source>&amp;Conclude · Ctrl+Enter</source>
        <translation>&amp;Kết luận · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Propose · Ctrl+Enter</source>
        <translation>T&amp;rình · Ctrl+Enter</translation>
    </message>
    <message>
        <source>The meeting as a whole</source>
        <translation>Kết luận chung</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>&amp;Add task</source>
        <translation>Th&amp;êm nhiệm vụ</translation>
    </message>
    <message>
        <source>Take awa&amp;y</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Nhiệm vụ</translation>
    </message>
    <message>
        <source>&amp;Done by</source>
        <translation>&amp;Thời hạn</translation>
    </message>
    <message>
        <source>&amp;Leads</source>
        <translation>&amp;Chủ trì</translation>
    </message>
    <message>
        <source>&amp;Supports</source>
        <translation>&amp;Phối hợp</translation>
    </message>
    <message>
        <source>Tas&amp;ks</source>
        <translation>&amp;Danh sách nhiệm vụ</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>Hãy ghi nội dung nhiệm vụ.</translation>
    </message>
    <message>
        <source>Write a day to come.</source>
        <translation>Hãy ghi ngày từ hôm nay trở đi.</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>N&amp;ội dung họp</translation>
    </message>
    <message>
        <source>C&amp;onclusion</source>
        <translation>Kết &amp;luận</translation>
    </message>
</context>
<context>
    <name>ui::CopyBar</name>
    <message>
        <source>&amp;Original</source>
        <translation>Bản &amp;gốc</translation>
    </message>
    <message>
        <source>Copy with arrival sta&amp;mp</source>
        <translation>Bản có dấu đế&amp;n</translation>
    </message>
    <message>
        <source>Sa&amp;ve to a file…</source>
        <translation>&amp;Lưu thành tệp…</translation>
    </message>
    <message>
        <source>Which copy is shown</source>
        <translation>Bản đang hiển thị</translation>
    </message>
    <message>
        <source>The copy is being made…</source>
        <translation>Đang tạo bản có dấu đến…</translation>
    </message>
    <message>
        <source>Working copy: the original proves the signatures.</source>
        <translation>Bản để sử dụng; chữ ký số được chứng minh trên bản gốc.</translation>
    </message>
</context>
<context>
    <name>ui::DelegationPanel</name>
    <message>
        <source>While you are away, what you have to direct or to lead stands on the other&apos;s desk, too, and is done in your place. Signing is not delegated by this.</source>
        <translation>Trong thời gian bạn vắng mặt, việc chờ bạn chỉ đạo hoặc do bạn chủ trì cũng hiện ở bàn làm việc của người được ủy quyền và được xử lý thay bạn. Việc ký văn bản không được ủy quyền theo cách này.</translation>
    </message>
    <message>
        <source>&amp;Be away · Ctrl+Enter</source>
        <translation>&amp;Ghi nhận · Ctrl+Enter</translation>
    </message>
    <message>
        <source>for the office, such as: on a business trip</source>
        <translation>để cơ quan biết, ví dụ: đi công tác</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>&amp;Who stands in</source>
        <translation>&amp;Người được ủy quyền</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Từ ngày</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>Đế&amp;n ngày</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>Nội &amp;dung</translation>
    </message>
    <message>
        <source>Nobody stands in</source>
        <translation>Không ủy quyền cho ai</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Nhập ngày theo dạng dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>This day has passed.</source>
        <translation>Ngày này đã qua.</translation>
    </message>
    <message>
        <source>Lies before the first day.</source>
        <translation>Trước ngày bắt đầu.</translation>
    </message>
</context>
<context>
    <name>ui::Details</name>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày ban hành</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Độ khẩn</translation>
    </message>
    <message>
        <source>Answer wanted by</source>
        <translation>Hạn trả lời</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>Xử lý</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Nhận lúc</translation>
    </message>
    <message>
        <source>Number in the incoming book</source>
        <translation>Số đến</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Ngày đến</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Odd in the packet</source>
        <translation>Điểm lạ trong gói tin</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Certificate from</source>
        <translation>Nơi cấp chứng thư</translation>
    </message>
    <message>
        <source>Certificate valid</source>
        <translation>Hiệu lực chứng thư</translation>
    </message>
    <message>
        <source>Time proven</source>
        <translation>Thời điểm có chứng cứ</translation>
    </message>
    <message>
        <source>The file as a whole</source>
        <translation>Toàn tệp</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Nơi gửi</translation>
    </message>
    <message>
        <source>Packet from</source>
        <translation>Gói tin từ</translation>
    </message>
    <message>
        <source>Seal of</source>
        <translation>Dấu của</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Phải là</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Thực tế</translation>
    </message>
    <message>
        <source>came late</source>
        <translation>đến muộn</translation>
    </message>
    <message>
        <source>Answers %1</source>
        <translation>Trả lời %1</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Được trả lời bằng %1</translation>
    </message>
    <message>
        <source>Closed dossier</source>
        <translation>Hồ sơ đã đóng</translation>
    </message>
    <message>
        <source>Open dossier</source>
        <translation>Hồ sơ đang mở</translation>
    </message>
    <message>
        <source>Submitted for signature</source>
        <translation>Trình ký</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Ký</translation>
    </message>
    <message>
        <source>Number drawn</source>
        <translation>Lấy số</translation>
    </message>
    <message>
        <source>Number given</source>
        <translation>Cấp số</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Đóng dấu</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Registered in the incoming book</source>
        <translation>Vào sổ văn bản đến</translation>
    </message>
    <message>
        <source>Returned to sender</source>
        <translation>Trả lại nơi gửi</translation>
    </message>
    <message>
        <source>Number voided</source>
        <translation>Hủy số</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Liên kết</translation>
    </message>
    <message>
        <source>Filed into a dossier</source>
        <translation>Đưa vào hồ sơ</translation>
    </message>
    <message>
        <source>Seal vouched for</source>
        <translation>Ghi nhận con dấu</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>chờ gửi lên máy chủ</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Thông tin</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Chữ ký</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>Theo dõi</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liên kết</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>There is no signature to show yet.</source>
        <translation>Chưa có chữ ký nào.</translation>
    </message>
    <message>
        <source>The trail begins when the document is sent.</source>
        <translation>Quá trình gửi nhận bắt đầu khi văn bản được gửi đi.</translation>
    </message>
    <message>
        <source>No other document is linked with this one.</source>
        <translation>Chưa có văn bản nào liên kết với văn bản này.</translation>
    </message>
    <message>
        <source>Nothing has been done with this document yet.</source>
        <translation>Chưa có thao tác nào với văn bản này.</translation>
    </message>
    <message>
        <source>Revisions of the file</source>
        <translation>Các lần ghi của tệp</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Trường chữ ký</translation>
    </message>
    <message>
        <source>Signer&apos;s clock</source>
        <translation>Giờ máy người ký</translation>
    </message>
    <message>
        <source>Level now</source>
        <translation>Mức hiện tại</translation>
    </message>
    <message>
        <source>Wanted level</source>
        <translation>Mức cần đạt</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Số lần đã thử</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Lần thử tiếp theo</translation>
    </message>
    <message>
        <source>only when you ask</source>
        <translation>chỉ khi được yêu cầu</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>ngay</translation>
    </message>
    <message>
        <source>Archive copy with evidence</source>
        <translation>Bản lưu kèm bằng chứng</translation>
    </message>
    <message>
        <source>Kept beside the document, which stays as it was sent or received.</source>
        <translation>Được giữ bên cạnh văn bản; văn bản vẫn nguyên như khi gửi hoặc nhận.</translation>
    </message>
    <message>
        <source>Evidence added to the signatures</source>
        <translation>Đã bổ sung bằng chứng cho chữ ký</translation>
    </message>
    <message>
        <source>Initialled</source>
        <translation>Ký nháy</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Replaces %1</source>
        <translation>Thay thế %1</translation>
    </message>
    <message>
        <source>Replaced by %1</source>
        <translation>Đã bị thay thế bởi %1</translation>
    </message>
    <message>
        <source>New version of %1</source>
        <translation>Bản cập nhật của %1</translation>
    </message>
    <message>
        <source>Has a new version, %1</source>
        <translation>Đã có bản cập nhật, %1</translation>
    </message>
    <message>
        <source>Given to somebody to deal with</source>
        <translation>Đã phân công</translation>
    </message>
    <message>
        <source>Work goes on</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>Work ended</source>
        <translation>Kết thúc xử lý</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>Agreed to what the sender asked</source>
        <translation>Đồng ý với đề nghị của bên gửi</translation>
    </message>
    <message>
        <source>Refused what the sender asked</source>
        <translation>Từ chối đề nghị của bên gửi</translation>
    </message>
    <message>
        <source>Sent again, brought up to date</source>
        <translation>Gửi bản cập nhật</translation>
    </message>
    <message>
        <source>Replaced by another document</source>
        <translation>Bị thay thế bởi văn bản khác</translation>
    </message>
    <message>
        <source>The sender asks to have it back</source>
        <translation>Bên gửi đề nghị thu hồi</translation>
    </message>
    <message>
        <source>The sender brought it up to date</source>
        <translation>Bên gửi cập nhật văn bản</translation>
    </message>
    <message>
        <source>The sender replaced it</source>
        <translation>Bên gửi thay thế văn bản</translation>
    </message>
    <message>
        <source>Signature of the packet</source>
        <translation>Chữ ký của gói tin</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>can&apos;t be checked</source>
        <translation>không kiểm tra được</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>toàn vẹn</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>sai</translation>
    </message>
    <message>
        <source>Certificate of</source>
        <translation>Chứng thư của</translation>
    </message>
    <message>
        <source>It tells who closed the packet. Whether the document is valid, its own signatures say.</source>
        <translation>Chữ ký này cho biết ai đóng gói tin. Văn bản có hợp lệ hay không do chữ ký trên văn bản quyết định.</translation>
    </message>
    <message>
        <source>A report of ours did not reach the sender</source>
        <translation>Báo cáo của cơ quan ta chưa tới bên gửi</translation>
    </message>
    <message>
        <source>Directed: who deals with it</source>
        <translation>Chỉ đạo, giao xử lý</translation>
    </message>
    <message>
        <source>Share of the work given back</source>
        <translation>Trả lại phần việc</translation>
    </message>
    <message>
        <source>May be the same as %1</source>
        <translation>Có thể trùng với %1</translation>
    </message>
    <message>
        <source>More time asked for</source>
        <translation>Xin gia hạn</translation>
    </message>
    <message>
        <source>More time granted</source>
        <translation>Đồng ý gia hạn</translation>
    </message>
    <message>
        <source>More time refused</source>
        <translation>Từ chối gia hạn</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Ý kiến trao đổi</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Ý kiến</translation>
    </message>
    <message>
        <source>There is no comment on this document.</source>
        <translation>Văn bản này chưa có ý kiến trao đổi.</translation>
    </message>
    <message>
        <source>Brought to who stands in</source>
        <translation>Chuyển cho người được ủy quyền</translation>
    </message>
    <message>
        <source>Taken out of a dossier again</source>
        <translation>Đưa ra khỏi hồ sơ</translation>
    </message>
    <message>
        <source>Undone by whoever did it</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Named by the sender</source>
        <translation>Nơi gửi đặt loại</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Mã định danh</translation>
    </message>
    <message>
        <source>Number in its book</source>
        <translation>Số trong sổ của loại</translation>
    </message>
    <message>
        <source>What the packet says besides</source>
        <translation>Thông tin khác trong gói tin</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Văn bản giấy</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Số trang</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Bản quét</translation>
    </message>
    <message>
        <source>none; the paper itself is with the clerk</source>
        <translation>không có; bản giấy do văn thư giữ</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Vào sổ lúc</translation>
    </message>
    <message>
        <source>Paper document</source>
        <translation>Văn bản giấy</translation>
    </message>
    <message>
        <source>There is no digital signature to check. Who signed and sealed it, the paper shows.</source>
        <translation>Không có chữ ký số để kiểm tra. Người ký và con dấu xem trên bản giấy.</translation>
    </message>
    <message>
        <source>What was entered was corrected</source>
        <translation>Đính chính thông tin đã nhập</translation>
    </message>
    <message>
        <source>For, unopened</source>
        <translation>Đích danh, chưa bóc</translation>
    </message>
    <message>
        <source>Book closed</source>
        <translation>Khóa sổ</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>Nhắc việc</translation>
    </message>
</context>
<context>
    <name>ui::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Đóng chi tiết</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Mở: %1</translation>
    </message>
    <message>
        <source>This seal is the sender&apos;s: remember it</source>
        <translation>Đúng là dấu của nơi gửi: ghi nhận</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Trang %1</translation>
    </message>
    <message>
        <source>Go to page %1: %2</source>
        <translation>Tới trang %1: %2</translation>
    </message>
    <message>
        <source>Compare with what was signed</source>
        <translation>So với bản đã ký</translation>
    </message>
    <message>
        <source>Compare with what was signed by %1</source>
        <translation>So với bản %1 đã ký</translation>
    </message>
    <message>
        <source>Save a report on the signatures…</source>
        <translation>Lưu kết quả kiểm tra chữ ký…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Thử ngay</translation>
    </message>
    <message>
        <source>Try now: %1</source>
        <translation>Thử ngay: %1</translation>
    </message>
    <message>
        <source>Write a comment…</source>
        <translation>Cho ý kiến…</translation>
    </message>
</context>
<context>
    <name>ui::DirectPanel</name>
    <message>
        <source>Says who deals with the document. Everybody named gets it on their desk.</source>
        <translation>Giao người xử lý văn bản. Ai được nêu tên đều nhận được văn bản trên bàn làm việc của mình.</translation>
    </message>
    <message>
        <source>&amp;Direct · Ctrl+Enter</source>
        <translation>&amp;Chỉ đạo · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Write it, or choose what is often written</source>
        <translation>Ghi ý kiến, hoặc chọn câu thường dùng</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>D&amp;irective</source>
        <translation>&amp;Ý kiến chỉ đạo</translation>
    </message>
    <message>
        <source>Done &amp;by</source>
        <translation>&amp;Hạn xử lý</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Người xử lý</translation>
    </message>
    <message>
        <source>no part</source>
        <translation>không giao</translation>
    </message>
    <message>
        <source>Part of %1</source>
        <translation>Vai trò của %1</translation>
    </message>
    <message>
        <source>This day has passed.</source>
        <translation>Ngày này đã qua.</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Hãy ghi ngày theo dạng dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>Give somebody a part in it.</source>
        <translation>Hãy giao cho ít nhất một người.</translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation>Đơn vị %1</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n người</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DocumentPane</name>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>The page is laid out when the draft is opened.</source>
        <translation>Trang văn bản hiện ra khi mở dự thảo.</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Dấu</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Chữ ký</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Khác</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>&amp;Information</source>
        <translation>T&amp;hông tin</translation>
    </message>
    <message>
        <source>fit width</source>
        <translation>vừa chiều ngang</translation>
    </message>
    <message>
        <source>whole page</source>
        <translation>cả trang</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Page %1/%2 · %3</source>
        <translation>Trang %1/%2 · %3</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Ký nháy</translation>
    </message>
    <message>
        <source>The paper was not scanned; it is with the clerk.</source>
        <translation>Chưa có bản quét; bản giấy do văn thư giữ.</translation>
    </message>
    <message>
        <source>The envelope was not opened.</source>
        <translation>Bì thư chưa bóc.</translation>
    </message>
    <message>
        <source>&amp;Files (%1)</source>
        <translation>&amp;Tệp kèm (%1)</translation>
    </message>
    <message>
        <source>Task of the meeting “%1”:
%2</source>
        <translation>Nhiệm vụ giao tại cuộc họp “%1”:
%2</translation>
    </message>
</context>
<context>
    <name>ui::DossierPane</name>
    <message>
        <source>C&amp;lose dossier…</source>
        <translation>Đóng &amp;hồ sơ…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Kết xuất…</translation>
    </message>
    <message>
        <source>&amp;Check an export…</source>
        <translation>Kiểm &amp;bản kết xuất…</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Documents of the dossier</source>
        <translation>Văn bản trong hồ sơ</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>mở %1</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>đóng %1</translation>
    </message>
    <message>
        <source>Nothing is filed here yet. File a document from its own page.</source>
        <translation>Hồ sơ chưa có văn bản. Mở một văn bản rồi chọn “Đưa vào hồ sơ”.</translation>
    </message>
    <message>
        <source>The dossier was opened.</source>
        <translation>Đã mở hồ sơ.</translation>
    </message>
    <message numerus="yes">
        <source>Closes the dossier with %n document(s). A closed dossier takes nothing more.</source>
        <translation>
            <numerusform>Đóng hồ sơ gồm %n văn bản. Hồ sơ đã đóng không nhận thêm văn bản.</numerusform>
        </translation>
    </message>
    <message>
        <source>C&amp;lose dossier · Ctrl+Enter</source>
        <translation>Đóng &amp;hồ sơ · Ctrl+Enter</translation>
    </message>
    <message>
        <source>The dossier was closed.</source>
        <translation>Đã đóng hồ sơ.</translation>
    </message>
    <message>
        <source>Where to write the dossier</source>
        <translation>Chọn nơi ghi hồ sơ</translation>
    </message>
    <message>
        <source>Written: %1 documents, %2 files, in %3</source>
        <translation>Đã ghi %1 văn bản, %2 tệp, tại %3</translation>
    </message>
    <message>
        <source>Which export to check</source>
        <translation>Chọn bản kết xuất cần kiểm</translation>
    </message>
    <message>
        <source>The export holds: %1 documents and %2 files equal their manifest.</source>
        <translation>Bản kết xuất toàn vẹn: %1 văn bản và %2 tệp khớp với bảng kê.</translation>
    </message>
</context>
<context>
    <name>ui::DraftPage</name>
    <message>
        <source>Su&amp;bmit for signature · Ctrl+Enter</source>
        <translation>T&amp;rình ký · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Dự thảo</translation>
    </message>
    <message>
        <source>&amp;Save · Ctrl+S</source>
        <translation>&amp;Lưu · Ctrl+S</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Thường</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Preview of the page</source>
        <translation>Xem trước trang văn bản</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Loại văn bản</translation>
    </message>
    <message>
        <source>No&amp;tation</source>
        <translation>&amp;Ký hiệu</translation>
    </message>
    <message>
        <source>&amp;Urgency</source>
        <translation>Độ &amp;khẩn</translation>
    </message>
    <message>
        <source>Sub&amp;ject</source>
        <translation>Trí&amp;ch yếu</translation>
    </message>
    <message>
        <source>Add&amp;ressees on the page, one a line</source>
        <translation>Kính &amp;gửi, mỗi nơi một dòng</translation>
    </message>
    <message>
        <source>Le&amp;gal grounds, one a line</source>
        <translation>Că&amp;n cứ, mỗi căn cứ một dòng</translation>
    </message>
    <message>
        <source>Te&amp;xt, one paragraph a line</source>
        <translation>&amp;Nội dung, mỗi đoạn một dòng</translation>
    </message>
    <message>
        <source>Articl&amp;es, parted by an empty line</source>
        <translation>Các đi&amp;ều, cách nhau một dòng trống</translation>
    </message>
    <message>
        <source>The numbers &quot;Điều 1.&quot; are set by themselves.</source>
        <translation>Số “Điều 1.” được tự đánh.</translation>
    </message>
    <message>
        <source>Recipients at the foot of the page (nơi nhận), one a line</source>
        <translation>Nơi nhận (cuối trang), mỗi nơi một dòng</translation>
    </message>
    <message>
        <source>Sent by the exchange t&amp;o</source>
        <translation>Gửi qua trục đế&amp;n</translation>
    </message>
    <message>
        <source>Si&amp;gned by</source>
        <translation>Người k&amp;ý</translation>
    </message>
    <message>
        <source>Answer wanted &amp;by</source>
        <translation>&amp;Hạn trả lời</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Biểu mẫu</translation>
    </message>
    <message>
        <source>Imported document</source>
        <translation>Văn bản nhập từ tệp</translation>
    </message>
    <message>
        <source>Given back: %1</source>
        <translation>Bị trả lại: %1</translation>
    </message>
    <message>
        <source>Draft saved.</source>
        <translation>Đã lưu dự thảo.</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Viết ngày theo dạng ngày/tháng/năm, ví dụ 05/12/2026.</translation>
    </message>
    <message>
        <source>Submitted to %1 for signature.</source>
        <translation>Đã trình %1 ký.</translation>
    </message>
    <message>
        <source>Page %1/%2</source>
        <translation>Trang %1/%2</translation>
    </message>
    <message>
        <source>&amp;Initialled by</source>
        <translation>Người ký n&amp;háy</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Không ký nháy</translation>
    </message>
    <message>
        <source>Submitted; it comes to %1 when it has been initialled.</source>
        <translation>Đã trình; văn bản sẽ chuyển tới %1 sau khi được ký nháy.</translation>
    </message>
</context>
<context>
    <name>ui::Drafts</name>
    <message>
        <source>Write what the document is about.</source>
        <translation>Hãy viết trích yếu của văn bản.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Tối đa %n ký tự.</numerusform>
        </translation>
    </message>
    <message>
        <source>A decision needs at least one article.</source>
        <translation>Quyết định cần ít nhất một điều.</translation>
    </message>
    <message>
        <source>Write the text of the document.</source>
        <translation>Hãy viết nội dung văn bản.</translation>
    </message>
    <message>
        <source>Write whom the letter is for.</source>
        <translation>Hãy viết nơi được gửi (Kính gửi).</translation>
    </message>
    <message>
        <source>Choose who signs.</source>
        <translation>Hãy chọn người ký.</translation>
    </message>
</context>
<context>
    <name>ui::Duties</name>
    <message>
        <source>No desk reminds for the office at the moment.</source>
        <translation>Hiện chưa máy nào đảm nhận việc nhắc của cơ quan.</translation>
    </message>
    <message>
        <source>Workdays before the last day: %1; days after it: %2; to the head of the unit: %3.</source>
        <translation>Nhắc trước hạn: %1 ngày làm việc; sau hạn: %2 ngày; báo cáo phụ trách đơn vị: %3 ngày.</translation>
    </message>
    <message>
        <source>This desk has done the office&apos;s reminding since %1.</source>
        <translation>Máy này đảm nhận việc nhắc của cơ quan từ %1.</translation>
    </message>
    <message>
        <source>The background program of %1 has done the office&apos;s reminding since %2.</source>
        <translation>Chương trình nền của %1 đảm nhận việc nhắc của cơ quan từ %2.</translation>
    </message>
    <message>
        <source>The desk of %1 has done the office&apos;s reminding since %2.</source>
        <translation>Máy của %1 đảm nhận việc nhắc của cơ quan từ %2.</translation>
    </message>
</context>
<context>
    <name>ui::FilePane</name>
    <message>
        <source>Attached file</source>
        <translation>Tệp kèm theo</translation>
    </message>
    <message>
        <source>Pages of the attached file</source>
        <translation>Các trang của tệp kèm theo</translation>
    </message>
    <message>
        <source>&amp;Back to the document</source>
        <translation>&amp;Quay lại văn bản</translation>
    </message>
    <message>
        <source>Sa&amp;ve to a file…</source>
        <translation>&amp;Lưu ra tệp…</translation>
    </message>
</context>
<context>
    <name>ui::FileRow</name>
    <message>
        <source>not here yet</source>
        <translation>chưa tải về</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Xem: %1</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lưu…</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>Lưu: %1</translation>
    </message>
</context>
<context>
    <name>ui::FindField</name>
    <message>
        <source>There are more; type another word.</source>
        <translation>Còn nhiều kết quả khác; hãy gõ thêm một từ.</translation>
    </message>
    <message numerus="yes">
        <source>%n found; choose with the arrow keys and Enter.</source>
        <translation>
            <numerusform>Tìm thấy %n kết quả; chọn bằng phím mũi tên và Enter.</numerusform>
        </translation>
    </message>
    <message>
        <source>This could not be looked up; type again.</source>
        <translation>Không tra cứu được; hãy gõ lại.</translation>
    </message>
</context>
<context>
    <name>ui::FindingList</name>
    <message>
        <source>What was found before signing</source>
        <translation>Điều ghi nhận trước khi ký</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Trang %1</translation>
    </message>
    <message>
        <source>Go to page %1: %2</source>
        <translation>Tới trang %1: %2</translation>
    </message>
</context>
<context>
    <name>ui::Folders</name>
    <message>
        <source>To accept</source>
        <translation>Chờ tiếp nhận</translation>
    </message>
    <message>
        <source>To handle</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hoàn thành</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Dự thảo</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>Chờ ký</translation>
    </message>
    <message>
        <source>To issue</source>
        <translation>Chờ phát hành</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Đã phát hành</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Sổ văn bản</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Văn bản đến</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Văn bản đi</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Lưu trữ</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Nothing here fits the filter.</source>
        <translation>Không có mục nào khớp bộ lọc.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>No document waits to be accepted.</source>
        <translation>Không có văn bản nào chờ tiếp nhận.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Đồng bộ ngay</translation>
    </message>
    <message>
        <source>Every accepted document has been answered.</source>
        <translation>Mọi văn bản đã tiếp nhận đều đã được trả lời.</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>Không có văn bản quá hạn.</translation>
    </message>
    <message>
        <source>Documents that were answered or returned will stand here.</source>
        <translation>Văn bản đã trả lời hoặc đã từ chối sẽ nằm ở đây.</translation>
    </message>
    <message>
        <source>There is no draft yet. Write one, or drop a PDF onto the window.</source>
        <translation>Chưa có dự thảo. Hãy soạn văn bản mới, hoặc thả một tệp PDF vào cửa sổ.</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>Soạn văn bản</translation>
    </message>
    <message>
        <source>No document waits for a signature.</source>
        <translation>Không có văn bản nào chờ ký.</translation>
    </message>
    <message>
        <source>No signed document waits for number and seal.</source>
        <translation>Không có văn bản nào đã ký chờ cấp số và đóng dấu.</translation>
    </message>
    <message>
        <source>Nothing has been issued from this desk yet.</source>
        <translation>Chưa phát hành văn bản nào.</translation>
    </message>
    <message>
        <source>There is no dossier yet. Open one and file documents into it.</source>
        <translation>Chưa có hồ sơ. Hãy lập hồ sơ rồi đưa văn bản vào.</translation>
    </message>
    <message>
        <source>New dossier</source>
        <translation>Lập hồ sơ</translation>
    </message>
    <message>
        <source>This book has no entry in this year.</source>
        <translation>Sổ này chưa có dòng nào trong năm.</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Chuyên viên</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Lãnh đạo</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Văn thư</translation>
    </message>
    <message>
        <source>Archivist</source>
        <translation>Lưu trữ</translation>
    </message>
    <message>
        <source>To direct</source>
        <translation>Chờ chỉ đạo</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Đang theo dõi</translation>
    </message>
    <message>
        <source>No document waits for your directive.</source>
        <translation>Không có văn bản nào chờ bạn chỉ đạo.</translation>
    </message>
    <message>
        <source>What you gave to others stands here until it is done.</source>
        <translation>Văn bản đã giao cho người khác nằm ở đây cho đến khi xong.</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Thống kê</translation>
    </message>
    <message>
        <source>Nothing has been registered yet.</source>
        <translation>Chưa có văn bản nào được đăng ký.</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>Lấy ý kiến</translation>
    </message>
    <message>
        <source>Within the office</source>
        <translation>Nội bộ</translation>
    </message>
    <message>
        <source>Nobody asks for your opinion.</source>
        <translation>Không có phiếu nào lấy ý kiến của bạn.</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Họp</translation>
    </message>
    <message>
        <source>No meeting waits for you.</source>
        <translation>Không có cuộc họp nào.</translation>
    </message>
</context>
<context>
    <name>ui::Formatter</name>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
</context>
<context>
    <name>ui::InitialPanel</name>
    <message>
        <source>Puts your initials after the text as it is shown below; then the document goes to the leader.</source>
        <translation>Ký nháy vào cuối nội dung văn bản hiển thị bên dưới; sau đó văn bản được chuyển tới lãnh đạo.</translation>
    </message>
    <message>
        <source>&amp;Initial · Ctrl+Enter</source>
        <translation>Ký &amp;nháy · Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ui::ListPane</name>
    <message>
        <source>New &amp;dossier…</source>
        <translation>&amp;Lập hồ sơ…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Văn bản</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n hồ sơ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n văn bản</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation>%1 văn bản</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Khẩn</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>Có vấn đề</translation>
    </message>
    <message>
        <source>Nothing here fits the filter.</source>
        <translation>Không có mục nào khớp bộ lọc.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Thứ tự danh sách</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Thứ tự: %1</translation>
    </message>
    <message>
        <source>Enter a paper document</source>
        <translation>Nhập văn bản giấy</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Loại khác</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Demo office: nothing here is real.</source>
        <translation>Cơ quan mẫu để dùng thử: mọi thứ ở đây đều không có thật.</translation>
    </message>
    <message>
        <source>Choose a document in the list.</source>
        <translation>Chọn một văn bản trong danh sách.</translation>
    </message>
    <message>
        <source>Choose a dossier in the list.</source>
        <translation>Chọn một hồ sơ trong danh sách.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Đồng bộ</translation>
    </message>
    <message>
        <source>No document has these words.</source>
        <translation>Không có văn bản nào chứa các từ này.</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Kết quả tìm</translation>
    </message>
    <message>
        <source>New letter (công văn)</source>
        <translation>Soạn công văn</translation>
    </message>
    <message>
        <source>New decision (quyết định)</source>
        <translation>Soạn quyết định</translation>
    </message>
    <message>
        <source>Import a PDF…</source>
        <translation>Nhập tệp PDF…</translation>
    </message>
    <message>
        <source>Import a PDF</source>
        <translation>Nhập tệp PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Do the first action of the document</source>
        <translation>Thực hiện việc chính của văn bản</translation>
    </message>
    <message>
        <source>Answer the document</source>
        <translation>Trả lời văn bản</translation>
    </message>
    <message>
        <source>This document can&apos;t be answered from here now.</source>
        <translation>Hiện chưa trả lời được văn bản này.</translation>
    </message>
    <message>
        <source>Sync with the server</source>
        <translation>Đồng bộ với máy chủ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Information about the document</source>
        <translation>Thông tin văn bản</translation>
    </message>
    <message>
        <source>Signatures of the document</source>
        <translation>Chữ ký trên văn bản</translation>
    </message>
    <message>
        <source>Trail of the document</source>
        <translation>Theo dõi gửi nhận</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Ảnh thu nhỏ các trang</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>Đến danh sách</translation>
    </message>
    <message>
        <source>To the pages</source>
        <translation>Đến trang văn bản</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>Đến: %1</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>Other profiles of this computer</source>
        <translation>Bàn làm việc khác trên máy này</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>The language changes when the window is opened again.</source>
        <translation>Ngôn ngữ sẽ đổi khi mở lại cửa sổ.</translation>
    </message>
    <message>
        <source>Close this desk</source>
        <translation>Đóng bàn làm việc</translation>
    </message>
    <message>
        <source>The signatures of this document have not been checked yet.</source>
        <translation>Chưa kiểm tra chữ ký của văn bản này.</translation>
    </message>
    <message>
        <source>Save a report on the signatures</source>
        <translation>Lưu kết quả kiểm tra chữ ký</translation>
    </message>
    <message>
        <source>The report was saved: %1</source>
        <translation>Đã lưu kết quả kiểm tra: %1</translation>
    </message>
    <message>
        <source>Save a report on the signatures…</source>
        <translation>Lưu kết quả kiểm tra chữ ký…</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Tổ chức chứng thực tin cậy</translation>
    </message>
    <message>
        <source>Trusted authorities…</source>
        <translation>Tổ chức chứng thực tin cậy…</translation>
    </message>
    <message>
        <source>Completing signatures</source>
        <translation>Bổ sung bằng chứng cho chữ ký</translation>
    </message>
    <message>
        <source>An authority may take minutes.</source>
        <translation>Nơi cấp có thể cần vài phút để trả lời.</translation>
    </message>
    <message>
        <source>The signatures have reached %1.</source>
        <translation>Chữ ký đã đạt mức %1.</translation>
    </message>
    <message>
        <source>Stopped. The signatures stay at %1 and can be completed later.</source>
        <translation>Đã dừng. Chữ ký ở mức %1 và có thể bổ sung sau.</translation>
    </message>
    <message>
        <source>The signatures stay at %1; %2 is wanted. %3</source>
        <translation>Chữ ký mới ở mức %1, chưa đạt %2. %3</translation>
    </message>
    <message>
        <source>Copy with arrival stamp</source>
        <translation>Bản có dấu đến</translation>
    </message>
    <message>
        <source>Only an accepted document has a copy with the arrival stamp.</source>
        <translation>Chỉ văn bản đã tiếp nhận mới có bản có dấu đến.</translation>
    </message>
    <message>
        <source>Save the document to a file…</source>
        <translation>Lưu văn bản thành tệp…</translation>
    </message>
    <message>
        <source>No document is shown that could be saved.</source>
        <translation>Chưa có văn bản nào đang hiển thị để lưu.</translation>
    </message>
    <message>
        <source>Save the document to a file</source>
        <translation>Lưu văn bản thành tệp</translation>
    </message>
    <message>
        <source>The document was saved: %1</source>
        <translation>Đã lưu văn bản: %1</translation>
    </message>
    <message>
        <source>Ask for evidence about the signatures</source>
        <translation>Hỏi bằng chứng cho chữ ký</translation>
    </message>
    <message>
        <source>Stopped. The verdict stays as it was.</source>
        <translation>Đã dừng. Kết quả kiểm tra giữ nguyên.</translation>
    </message>
    <message>
        <source>Not everything could be had</source>
        <translation>Chưa lấy được đủ bằng chứng</translation>
    </message>
    <message>
        <source>The verdict on this document lacks no evidence that could be asked for.</source>
        <translation>Kết quả kiểm tra văn bản này không thiếu bằng chứng nào có thể hỏi thêm.</translation>
    </message>
    <message>
        <source>The evidence is here; the signatures were judged again.</source>
        <translation>Đã có bằng chứng; chữ ký đã được kiểm tra lại.</translation>
    </message>
    <message>
        <source>The evidence could not be had; the verdict stays open.</source>
        <translation>Chưa lấy được bằng chứng; chưa thể kết luận.</translation>
    </message>
    <message>
        <source>Evidence about the signatures</source>
        <translation>Bằng chứng cho chữ ký</translation>
    </message>
    <message>
        <source>Network: online</source>
        <translation>Mạng: trực tuyến</translation>
    </message>
    <message>
        <source>Network: metered, large files wait</source>
        <translation>Mạng: tính cước, tệp lớn chờ</translation>
    </message>
    <message>
        <source>Network: switched off</source>
        <translation>Mạng: không dùng</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Mạng</translation>
    </message>
    <message>
        <source>The network is switched off: nothing is sent or received.</source>
        <translation>Đã tắt mạng: không gửi và không nhận gì.</translation>
    </message>
    <message>
        <source>Metered network: files above 1 MB wait, and nothing is asked for by itself.</source>
        <translation>Mạng tính cước: tệp trên 1 MB chờ, phần mềm không tự hỏi máy chủ.</translation>
    </message>
    <message>
        <source>Written for the national axis</source>
        <translation>Ghi cho trục liên thông quốc gia</translation>
    </message>
    <message>
        <source>Written for servers after the .NET guide</source>
        <translation>Ghi cho máy chủ theo tài liệu .NET</translation>
    </message>
    <message>
        <source>Written for servers that take zipped files</source>
        <translation>Ghi cho máy chủ nhận tệp nén</translation>
    </message>
    <message>
        <source>Sign packets with the seal&apos;s certificate</source>
        <translation>Ký gói tin bằng chứng thư của con dấu</translation>
    </message>
    <message>
        <source>Offer test units as receivers</source>
        <translation>Cho chọn đơn vị kiểm thử làm nơi nhận</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Gói tin</translation>
    </message>
    <message>
        <source>Search with a filter</source>
        <translation>Tìm kiếm theo điều kiện</translation>
    </message>
    <message>
        <source>The search is kept as “%1”.</source>
        <translation>Đã lưu tìm kiếm với tên “%1”.</translation>
    </message>
    <message>
        <source>Type words, or choose what to look for.</source>
        <translation>Hãy nhập từ khóa hoặc chọn điều kiện tìm.</translation>
    </message>
    <message>
        <source>Export a register…</source>
        <translation>Xuất sổ…</translation>
    </message>
    <message>
        <source>Comment on the document</source>
        <translation>Cho ý kiến về văn bản</translation>
    </message>
    <message>
        <source>Comments on the document</source>
        <translation>Ý kiến trao đổi về văn bản</translation>
    </message>
    <message>
        <source>Next document whose comments name you</source>
        <translation>Văn bản tiếp theo có ý kiến nhắc đến bạn</translation>
    </message>
    <message>
        <source>No comment that names you waits to be read.</source>
        <translation>Không còn ý kiến nào nhắc đến bạn mà chưa đọc.</translation>
    </message>
    <message>
        <source>This document takes no comment now.</source>
        <translation>Hiện không thể cho ý kiến về văn bản này.</translation>
    </message>
    <message>
        <source>Absence and delegation</source>
        <translation>Vắng mặt và ủy quyền</translation>
    </message>
    <message>
        <source>Absence and delegation…</source>
        <translation>Vắng mặt và ủy quyền…</translation>
    </message>
    <message>
        <source>No document is like that.</source>
        <translation>Không có văn bản nào như vậy.</translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation>Hoàn tác việc vừa làm</translation>
    </message>
    <message>
        <source>Mark the document as unread</source>
        <translation>Đánh dấu văn bản là chưa đọc</translation>
    </message>
    <message>
        <source>Your last: %1 · %2</source>
        <translation>Việc gần nhất của bạn: %1 · %2</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Không có gì để hoàn tác.</translation>
    </message>
    <message>
        <source>Marked as read again.</source>
        <translation>Đã đánh dấu lại là đã đọc.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Đã hoàn tác: %1</translation>
    </message>
    <message>
        <source>Only a document that came in can be marked as unread.</source>
        <translation>Chỉ văn bản đến mới đánh dấu chưa đọc được.</translation>
    </message>
    <message>
        <source>Marked as unread.</source>
        <translation>Đã đánh dấu là chưa đọc.</translation>
    </message>
    <message>
        <source>Confirmed; the other desks of the office are told.</source>
        <translation>Đã xác nhận; các bàn làm việc khác trong cơ quan được báo.</translation>
    </message>
    <message>
        <source>Ask for opinions</source>
        <translation>Lập phiếu lấy ý kiến</translation>
    </message>
    <message>
        <source>Ask for opinions about the document</source>
        <translation>Lấy ý kiến về văn bản đang xem</translation>
    </message>
    <message>
        <source>Enter a paper document…</source>
        <translation>Nhập văn bản giấy…</translation>
    </message>
    <message>
        <source>Save the attached file</source>
        <translation>Lưu tệp kèm theo</translation>
    </message>
    <message>
        <source>The file was saved: %1</source>
        <translation>Đã lưu tệp: %1</translation>
    </message>
    <message>
        <source>Secret books</source>
        <translation>Sổ mật</translation>
    </message>
    <message>
        <source>Call a meeting</source>
        <translation>Triệu tập họp</translation>
    </message>
</context>
<context>
    <name>ui::MeetingAnswerPanel</name>
    <message>
        <source>Only whoever called the meeting, its chair and its secretary read your answer.</source>
        <translation>Chỉ người triệu tập, người chủ trì và thư ký cuộc họp đọc được câu trả lời của bạn.</translation>
    </message>
    <message>
        <source>&amp;Answer · Ctrl+Enter</source>
        <translation>&amp;Trả lời · Ctrl+Enter</translation>
    </message>
    <message>
        <source>A&amp;ttend</source>
        <translation>&amp;Dự họp</translation>
    </message>
    <message>
        <source>A&amp;bsent</source>
        <translation>&amp;Vắng</translation>
    </message>
    <message>
        <source>&amp;Send somebody else</source>
        <translation>&amp;Cử người đi thay</translation>
    </message>
    <message>
        <source>Do you come?</source>
        <translation>Bạn có dự họp không?</translation>
    </message>
    <message>
        <source>&amp;Who comes instead</source>
        <translation>&amp;Người đi thay</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Lý do</translation>
    </message>
    <message>
        <source>Needed where you do not come.</source>
        <translation>Bắt buộc khi vắng mặt.</translation>
    </message>
    <message>
        <source>Say why you do not come.</source>
        <translation>Hãy ghi lý do vắng mặt.</translation>
    </message>
</context>
<context>
    <name>ui::MeetingNotePanel</name>
    <message>
        <source>Working notes are read by whoever called the meeting, its chair and its secretary alone.</source>
        <translation>Ghi chép nháp chỉ người triệu tập, người chủ trì và thư ký cuộc họp đọc được.</translation>
    </message>
    <message>
        <source>&amp;Keep · Ctrl+Enter</source>
        <translation>&amp;Lưu · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Share with all invited</source>
        <translation>&amp;Gửi cho mọi thành phần dự họp</translation>
    </message>
    <message>
        <source>The meeting as a whole</source>
        <translation>Cả cuộc họp</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>N&amp;ội dung ghi chép</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>&amp;Nội dung họp</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Không quá %n ký tự.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MeetingPage</name>
    <message>
        <source>Call a &amp;meeting…</source>
        <translation>&amp;Triệu tập họp…</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Danh sách cuộc họp</translation>
    </message>
    <message>
        <source>No meeting waits for you. Those that you call stand here, too.</source>
        <translation>Không có cuộc họp nào. Cuộc họp do bạn triệu tập cũng hiển thị tại đây.</translation>
    </message>
    <message>
        <source>No meeting waits for you.</source>
        <translation>Không có cuộc họp nào.</translation>
    </message>
</context>
<context>
    <name>ui::MeetingPane</name>
    <message>
        <source>&amp;Notes…</source>
        <translation>&amp;Ghi chép…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>Tha&amp;y đổi…</translation>
    </message>
    <message>
        <source>Cance&amp;l meeting…</source>
        <translation>&amp;Hủy họp…</translation>
    </message>
    <message>
        <source>&amp;Back to the meeting</source>
        <translation>Trở &amp;lại cuộc họp</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Cuộc họp</translation>
    </message>
    <message>
        <source>What the meeting is about</source>
        <translation>Nội dung cuộc họp</translation>
    </message>
    <message>
        <source>Change the &amp;answer…</source>
        <translation>Đổi t&amp;rả lời…</translation>
    </message>
    <message>
        <source>&amp;Answer…</source>
        <translation>T&amp;rả lời…</translation>
    </message>
    <message>
        <source>&amp;Conclude…</source>
        <translation>&amp;Kết luận…</translation>
    </message>
    <message>
        <source>&amp;Propose a conclusion…</source>
        <translation>T&amp;rình dự thảo kết luận…</translation>
    </message>
    <message>
        <source>Draft the ann&amp;ouncement</source>
        <translation>Dự thảo thông &amp;báo</translation>
    </message>
    <message>
        <source>Draft the &amp;invitation</source>
        <translation>Dự thảo giấy &amp;mời</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Các lần thay đổi</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chép</translation>
    </message>
    <message>
        <source>Working notes</source>
        <translation>Ghi chép nháp</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Chương trình họp</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Kết luận</translation>
    </message>
    <message>
        <source>Proposed conclusion</source>
        <translation>Dự thảo kết luận</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Documents of the office</source>
        <translation>Văn bản của cuộc họp</translation>
    </message>
    <message>
        <source>Who is invited</source>
        <translation>Thành phần mời</translation>
    </message>
    <message>
        <source>Guests: %1</source>
        <translation>Khách mời: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Mở: %1</translation>
    </message>
    <message>
        <source>The invitation is on its way.</source>
        <translation>Đã gửi giấy triệu tập họp.</translation>
    </message>
    <message>
        <source>The meeting was changed.</source>
        <translation>Đã thay đổi cuộc họp.</translation>
    </message>
    <message>
        <source>Your answer was written down.</source>
        <translation>Đã ghi nhận câu trả lời của bạn.</translation>
    </message>
    <message>
        <source>The notes were shared.</source>
        <translation>Đã gửi ghi chép cho các thành phần dự họp.</translation>
    </message>
    <message>
        <source>The notes were kept.</source>
        <translation>Đã lưu ghi chép.</translation>
    </message>
    <message>
        <source>The meeting was concluded.</source>
        <translation>Đã kết luận cuộc họp.</translation>
    </message>
    <message>
        <source>The proposal went to the chair.</source>
        <translation>Đã trình người chủ trì dự thảo kết luận.</translation>
    </message>
    <message>
        <source>Those invited read the reason. It can&apos;t be undone.</source>
        <translation>Các thành phần mời đọc được lý do. Không thể hoàn tác.</translation>
    </message>
    <message>
        <source>Cance&amp;l meeting · Ctrl+Enter</source>
        <translation>&amp;Hủy họp · Ctrl+Enter</translation>
    </message>
    <message>
        <source>The meeting was cancelled.</source>
        <translation>Đã hủy cuộc họp.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Lưu tệp</translation>
    </message>
    <message>
        <source>The file was saved: %1</source>
        <translation>Đã lưu tệp: %1</translation>
    </message>
</context>
<context>
    <name>ui::MeetingPanel</name>
    <message>
        <source>Those invited are told what changed. Who is taken off the list reads nothing of it from then on.</source>
        <translation>Các thành phần mời được thông báo nội dung thay đổi. Người bị rút khỏi danh sách không đọc được gì thêm.</translation>
    </message>
    <message>
        <source>Goes to those who are chosen and to nobody else. Guests get the invitation as a document.</source>
        <translation>Chỉ gửi đến những người được chọn. Khách mời nhận giấy mời bằng văn bản.</translation>
    </message>
    <message>
        <source>&amp;Change · Ctrl+Enter</source>
        <translation>Tha&amp;y đổi · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Call · Ctrl+Enter</source>
        <translation>T&amp;riệu tập · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Reason for the change</source>
        <translation>Lý do th&amp;ay đổi</translation>
    </message>
    <message>
        <source>dd/mm/yyyy hh:mm</source>
        <translation>dd/mm/yyyy hh:mm</translation>
    </message>
    <message>
        <source>&amp;What about</source>
        <translation>Tên cuộc họ&amp;p</translation>
    </message>
    <message>
        <source>&amp;Begins</source>
        <translation>&amp;Bắt đầu</translation>
    </message>
    <message>
        <source>E&amp;nds</source>
        <translation>&amp;Kết thúc</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>Địa điể&amp;m</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>C&amp;hair</source>
        <translation>&amp;Chủ trì</translation>
    </message>
    <message>
        <source>&amp;Secretary</source>
        <translation>&amp;Thư ký</translation>
    </message>
    <message>
        <source>Who is &amp;invited</source>
        <translation>Thà&amp;nh phần mời</translation>
    </message>
    <message>
        <source>&amp;Guests</source>
        <translation>K&amp;hách mời</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen; the space bar chooses</source>
        <translation>
            <numerusform>Đã chọn %n; nhấn phím cách để chọn</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what it is about.</source>
        <translation>Hãy ghi tên cuộc họp.</translation>
    </message>
    <message>
        <source>Write it as dd/mm/yyyy hh:mm.</source>
        <translation>Hãy ghi theo dạng dd/mm/yyyy hh:mm.</translation>
    </message>
    <message>
        <source>It ends after it begins.</source>
        <translation>Giờ kết thúc phải sau giờ bắt đầu.</translation>
    </message>
    <message>
        <source>Say where.</source>
        <translation>Hãy ghi địa điểm.</translation>
    </message>
    <message>
        <source>Choose somebody.</source>
        <translation>Hãy chọn thành phần mời.</translation>
    </message>
    <message>
        <source>one on a line</source>
        <translation>mỗi dòng một khách</translation>
    </message>
    <message>
        <source>P&amp;urpose, and what to prepare</source>
        <translation>Mục đích, nội &amp;dung cần chuẩn bị</translation>
    </message>
    <message>
        <source>Unit %1: all, and who joins it later</source>
        <translation>%1: cả đơn vị và người về sau</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Không quá %n ký tự.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Meetings</name>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Concluded</source>
        <translation>Đã kết luận</translation>
    </message>
    <message>
        <source>No longer invited</source>
        <translation>Không còn được mời</translation>
    </message>
    <message>
        <source>To be concluded</source>
        <translation>Chờ kết luận</translation>
    </message>
    <message>
        <source>Moved: answer anew</source>
        <translation>Đổi lịch: trả lời lại</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>Chờ bạn trả lời</translation>
    </message>
    <message>
        <source>Substitutes to invite: %1</source>
        <translation>Người đi thay chưa mời: %1</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>tên cuộc họp</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>mục đích, yêu cầu</translation>
    </message>
    <message>
        <source>time</source>
        <translation>thời gian</translation>
    </message>
    <message>
        <source>place</source>
        <translation>địa điểm</translation>
    </message>
    <message>
        <source>chair</source>
        <translation>người chủ trì</translation>
    </message>
    <message>
        <source>secretary</source>
        <translation>thư ký</translation>
    </message>
    <message>
        <source>who is invited</source>
        <translation>thành phần mời</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>khách mời</translation>
    </message>
    <message>
        <source>agenda</source>
        <translation>chương trình họp</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>tài liệu</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Ngày mai</translation>
    </message>
    <message>
        <source>you preside</source>
        <translation>bạn chủ trì</translation>
    </message>
    <message>
        <source>you organize</source>
        <translation>bạn tổ chức</translation>
    </message>
    <message>
        <source>attend: %1/%2</source>
        <translation>dự họp: %1/%2</translation>
    </message>
    <message>
        <source>Attends</source>
        <translation>Dự họp</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Vắng</translation>
    </message>
    <message>
        <source>Sends somebody else</source>
        <translation>Cử người đi thay</translation>
    </message>
    <message>
        <source>chair: %1</source>
        <translation>chủ trì: %1</translation>
    </message>
    <message>
        <source>secretary: %1</source>
        <translation>thư ký: %1</translation>
    </message>
    <message>
        <source>called by %1</source>
        <translation>triệu tập: %1</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>chờ gửi lên máy chủ</translation>
    </message>
    <message>
        <source>Cancelled %1 by %2. %3</source>
        <translation>%2 đã hủy cuộc họp lúc %1. %3</translation>
    </message>
    <message>
        <source>Concluded %1 by %2.</source>
        <translation>%2 đã kết luận cuộc họp lúc %1.</translation>
    </message>
    <message>
        <source>You are no longer invited; what follows is how it was.</source>
        <translation>Bạn không còn thuộc thành phần mời; dưới đây là thông tin trước đó.</translation>
    </message>
    <message>
        <source>You send %1.</source>
        <translation>Bạn cử %1 đi thay.</translation>
    </message>
    <message>
        <source>Time or place changed since you answered: please answer anew.</source>
        <translation>Thời gian hoặc địa điểm đã thay đổi sau khi bạn trả lời; đề nghị trả lời lại.</translation>
    </message>
    <message>
        <source>Your answer: %1.</source>
        <translation>Bạn đã trả lời: %1.</translation>
    </message>
    <message>
        <source>Attend %1 of %2 · absent %3 · send somebody else %4 · no answer %5</source>
        <translation>Dự họp %1/%2 · vắng %3 · cử người đi thay %4 · chưa trả lời %5</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>called</source>
        <translation>triệu tập họp</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>thay đổi: %1</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>chưa trả lời</translation>
    </message>
    <message>
        <source>is invited</source>
        <translation>đã được mời</translation>
    </message>
    <message>
        <source>to be invited</source>
        <translation>chưa được mời</translation>
    </message>
    <message>
        <source>leads: %1</source>
        <translation>chủ trì: %1</translation>
    </message>
    <message>
        <source>supports: %1</source>
        <translation>phối hợp: %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>hạn %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>đã hoàn thành</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>quá hạn</translation>
    </message>
    <message>
        <source>open</source>
        <translation>đang thực hiện</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Giấy mời</translation>
    </message>
    <message>
        <source>Announcement of the conclusion</source>
        <translation>Thông báo kết luận</translation>
    </message>
    <message>
        <source>a draft on another desk</source>
        <translation>dự thảo tại nơi khác</translation>
    </message>
    <message>
        <source>Units invited: %1. Who joins one before the meeting is invited, too.</source>
        <translation>Đơn vị được mời: %1. Người về đơn vị trước ngày họp cũng được mời.</translation>
    </message>
</context>
<context>
    <name>ui::NewDossierPanel</name>
    <message>
        <source>Opens a dossier that documents of one matter are filed into.</source>
        <translation>Lập hồ sơ để đưa vào các văn bản của cùng một việc.</translation>
    </message>
    <message>
        <source>&amp;Open dossier · Ctrl+Enter</source>
        <translation>&amp;Lập hồ sơ · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Forever</source>
        <translation>Vĩnh viễn</translation>
    </message>
    <message>
        <source>70 years</source>
        <translation>70 năm</translation>
    </message>
    <message>
        <source>50 years</source>
        <translation>50 năm</translation>
    </message>
    <message>
        <source>30 years</source>
        <translation>30 năm</translation>
    </message>
    <message>
        <source>20 years</source>
        <translation>20 năm</translation>
    </message>
    <message>
        <source>10 years</source>
        <translation>10 năm</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Thời hạn khác</translation>
    </message>
    <message>
        <source>the next of the year</source>
        <translation>mã kế tiếp trong năm</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Tiêu đề</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Mã hồ sơ</translation>
    </message>
    <message>
        <source>&amp;Kept for</source>
        <translation>Thời hạn &amp;bảo quản</translation>
    </message>
    <message>
        <source>Write what the dossier is about.</source>
        <translation>Hãy viết tiêu đề hồ sơ.</translation>
    </message>
</context>
<context>
    <name>ui::Notice</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n quá hạn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>%n đến hạn hôm nay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due within three days</source>
        <translation>
            <numerusform>%n đến hạn trong ba ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to accept</source>
        <translation>%1 chờ tiếp nhận</translation>
    </message>
    <message>
        <source>%1 to direct</source>
        <translation>%1 chờ chỉ đạo</translation>
    </message>
    <message>
        <source>%1 to sign</source>
        <translation>%1 chờ ký</translation>
    </message>
    <message>
        <source>%1 comments name you</source>
        <translation>%1 ý kiến nhắc đến bạn</translation>
    </message>
    <message>
        <source>Today: %1</source>
        <translation>Hôm nay: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) have arrived.</source>
        <translation>
            <numerusform>%n văn bản vừa đến.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 mới</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 quá hạn</translation>
    </message>
    <message>
        <source>%1 questions wait for your opinion</source>
        <translation>%1 phiếu chờ bạn cho ý kiến</translation>
    </message>
    <message>
        <source>%1 of your questions can be closed</source>
        <translation>%1 phiếu lấy ý kiến của bạn có thể kết thúc</translation>
    </message>
    <message>
        <source>%1 reminders</source>
        <translation>%1 việc được nhắc</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left: %1</source>
        <translation>
            <numerusform>Còn %n ngày: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today: %1</source>
        <translation>Đến hạn hôm nay: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late: %1</source>
        <translation>
            <numerusform>Quá hạn %n ngày: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · with %2</source>
        <translation>%1 · người xử lý: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>và %n việc khác</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 meetings today or tomorrow</source>
        <translation>%1 cuộc họp hôm nay hoặc ngày mai</translation>
    </message>
    <message>
        <source>%1 invitations wait for your answer</source>
        <translation>%1 giấy mời chờ bạn trả lời</translation>
    </message>
    <message>
        <source>%1 meetings to be concluded</source>
        <translation>%1 cuộc họp chờ kết luận</translation>
    </message>
</context>
<context>
    <name>ui::NoticeWindow</name>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
</context>
<context>
    <name>ui::NumberPanel</name>
    <message>
        <source>Draws the next number of the book and writes it and the day on the page. Expected: %1.</source>
        <translation>Lấy số kế tiếp trong sổ, ghi số và ngày lên văn bản. Dự kiến: %1.</translation>
    </message>
    <message>
        <source>Draws the next number of the book and writes it and the day on the page.</source>
        <translation>Lấy số kế tiếp trong sổ, ghi số và ngày lên văn bản.</translation>
    </message>
    <message>
        <source>Give &amp;number · Ctrl+Enter</source>
        <translation>&amp;Cấp số · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Day of issue</source>
        <translation>&amp;Ngày ban hành</translation>
    </message>
</context>
<context>
    <name>ui::OfficePicker</name>
    <message>
        <source>Add an office</source>
        <translation>Thêm cơ quan</translation>
    </message>
    <message>
        <source>Add an office by name or code…</source>
        <translation>Thêm cơ quan theo tên hoặc mã…</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>Bỏ %1</translation>
    </message>
    <message>
        <source>Offices found</source>
        <translation>Cơ quan tìm thấy</translation>
    </message>
    <message>
        <source>No other office is found by these words.</source>
        <translation>Không tìm thấy cơ quan nào khác theo các từ này.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, which the directory does not have</source>
        <translation>“%1”, không có trong danh bạ</translation>
    </message>
    <message>
        <source>not in the directory</source>
        <translation>ngoài danh bạ</translation>
    </message>
</context>
<context>
    <name>ui::OpinionAnswerPanel</name>
    <message>
        <source>Only whoever asks reads your answer. Until the last day you can change it; every answer is kept, the last one counts.</source>
        <translation>Chỉ người lấy ý kiến đọc được câu trả lời. Bạn có thể đổi ý kiến đến hết thời hạn; mọi lần trả lời đều được lưu, lần cuối được tính.</translation>
    </message>
    <message>
        <source>&amp;Answer · Ctrl+Enter</source>
        <translation>&amp;Gửi ý kiến · Ctrl+Enter</translation>
    </message>
    <message>
        <source>A&amp;gree</source>
        <translation>&amp;Đồng ý</translation>
    </message>
    <message>
        <source>&amp;Disagree</source>
        <translation>&amp;Không đồng ý</translation>
    </message>
    <message>
        <source>O&amp;ther opinion</source>
        <translation>Ý kiến khá&amp;c</translation>
    </message>
    <message>
        <source>Your opinion</source>
        <translation>Ý kiến của bạn</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Nội dung</translation>
    </message>
    <message>
        <source>Needed unless you simply agree.</source>
        <translation>Cần ghi rõ nếu không đồng ý hoặc có ý kiến khác.</translation>
    </message>
    <message>
        <source>Choose one of the three.</source>
        <translation>Hãy chọn một trong ba ý kiến.</translation>
    </message>
    <message>
        <source>Say why, or what else you think.</source>
        <translation>Hãy ghi rõ lý do hoặc ý kiến khác.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Không quá %n ký tự.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the other office says in its document; the document is the proof.</source>
        <translation>Ghi ý kiến của cơ quan được hỏi theo văn bản trả lời; văn bản là căn cứ.</translation>
    </message>
    <message>
        <source>&amp;Enter · Ctrl+Enter</source>
        <translation>&amp;Ghi ý kiến · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Docu&amp;ment</source>
        <translation>&amp;Văn bản trả lời</translation>
    </message>
    <message>
        <source>Its opinion</source>
        <translation>Ý kiến của cơ quan</translation>
    </message>
</context>
<context>
    <name>ui::OpinionPage</name>
    <message>
        <source>Ask for &amp;opinions…</source>
        <translation>&amp;Lập phiếu lấy ý kiến…</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Phiếu lấy ý kiến</translation>
    </message>
    <message>
        <source>Nobody asks for your opinion. What you ask others for stands here, too.</source>
        <translation>Không có phiếu nào lấy ý kiến của bạn. Phiếu do bạn lập cũng nằm ở đây.</translation>
    </message>
    <message>
        <source>Nobody asks for your opinion.</source>
        <translation>Không có phiếu nào lấy ý kiến của bạn.</translation>
    </message>
</context>
<context>
    <name>ui::OpinionPane</name>
    <message>
        <source>&amp;Summary…</source>
        <translation>Bảng tổng &amp;hợp…</translation>
    </message>
    <message>
        <source>C&amp;lose question…</source>
        <translation>&amp;Kết thúc phiếu…</translation>
    </message>
    <message>
        <source>Back to the &amp;question</source>
        <translation>&amp;Quay lại phiếu</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Phiếu lấy ý kiến</translation>
    </message>
    <message>
        <source>What is asked and answered</source>
        <translation>Nội dung hỏi và trả lời</translation>
    </message>
    <message>
        <source>Change the &amp;answer…</source>
        <translation>Đổi ý &amp;kiến…</translation>
    </message>
    <message>
        <source>&amp;Answer…</source>
        <translation>&amp;Trả lời…</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ý kiến của bạn</translation>
    </message>
    <message>
        <source>You have not answered yet.</source>
        <translation>Bạn chưa trả lời.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Tài liệu kèm theo</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ý kiến trả lời</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Chưa trả lời</translation>
    </message>
    <message>
        <source>Another time: %1</source>
        <translation>Lần khác: %1</translation>
    </message>
    <message>
        <source>The question is on its way.</source>
        <translation>Đã gửi phiếu lấy ý kiến.</translation>
    </message>
    <message>
        <source>Your answer was written down.</source>
        <translation>Đã ghi nhận ý kiến của bạn.</translation>
    </message>
    <message>
        <source>The question was closed.</source>
        <translation>Đã kết thúc phiếu lấy ý kiến.</translation>
    </message>
    <message>
        <source>C&amp;lose question · Ctrl+Enter</source>
        <translation>&amp;Kết thúc phiếu · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Nobody can answer any more after that.</source>
        <translation>Sau khi kết thúc, không ai trả lời được nữa.</translation>
    </message>
    <message>
        <source>Its last day is %1. Nobody can answer any more after you close it; the members read the reason.</source>
        <translation>Phiếu còn thời hạn đến %1. Sau khi kết thúc, không ai trả lời được nữa; các thành viên đọc được lý do.</translation>
    </message>
    <message>
        <source>opinions</source>
        <translation>tong-hop-y-kien</translation>
    </message>
    <message>
        <source>Save the summary to a file</source>
        <translation>Lưu bảng tổng hợp ra tệp</translation>
    </message>
    <message>
        <source>The summary was saved: %1</source>
        <translation>Đã lưu bảng tổng hợp: %1</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Lưu tệp</translation>
    </message>
    <message>
        <source>The file was saved: %1</source>
        <translation>Đã lưu tệp: %1</translation>
    </message>
    <message numerus="yes">
        <source>Show more (%n left)</source>
        <translation>
            <numerusform>Xem thêm (còn %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask other &amp;offices…</source>
        <translation>&amp;Lấy ý kiến cơ quan khác…</translation>
    </message>
    <message>
        <source>&amp;Enter a reply…</source>
        <translation>&amp;Ghi ý kiến trả lời…</translation>
    </message>
    <message>
        <source>Your answer was signed and written down.</source>
        <translation>Đã ký số và ghi ý kiến của bạn.</translation>
    </message>
    <message>
        <source>Makes a draft to the offices that have not answered. It goes the usual way: it is signed, numbered, sealed and sent.</source>
        <translation>Lập dự thảo công văn gửi các cơ quan chưa trả lời. Dự thảo được trình ký, cấp số, đóng dấu và gửi như mọi văn bản.</translation>
    </message>
    <message>
        <source>Make &amp;draft · Ctrl+Enter</source>
        <translation>Lập &amp;dự thảo · Ctrl+Enter</translation>
    </message>
    <message>
        <source>The draft stands among the drafts.</source>
        <translation>Đã lập dự thảo trong mục Dự thảo.</translation>
    </message>
    <message>
        <source>No document came yet in answer to this question.</source>
        <translation>Chưa có văn bản nào trả lời phiếu này.</translation>
    </message>
    <message>
        <source>The answer was entered.</source>
        <translation>Đã ghi ý kiến.</translation>
    </message>
    <message>
        <source>Not signed, not counted</source>
        <translation>Chưa ký, không tính</translation>
    </message>
</context>
<context>
    <name>ui::Opinions</name>
    <message>
        <source>Closed</source>
        <translation>Đã kết thúc</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>Chờ bạn trả lời</translation>
    </message>
    <message>
        <source>Can be closed</source>
        <translation>Có thể kết thúc</translation>
    </message>
    <message>
        <source>late</source>
        <translation>trễ hạn</translation>
    </message>
    <message>
        <source>came too late to count</source>
        <translation>gửi sau thời hạn, không tính</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>chờ gửi lên máy chủ</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Hạn hôm nay</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Hạn %1</translation>
    </message>
    <message>
        <source>you ask</source>
        <translation>bạn hỏi</translation>
    </message>
    <message>
        <source>answered: %1/%2</source>
        <translation>đã trả lời: %1/%2</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Không đồng ý</translation>
    </message>
    <message>
        <source>Other opinion</source>
        <translation>Ý kiến khác</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>người lập phiếu: %1</translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation>gửi %1</translation>
    </message>
    <message>
        <source>answer by %1</source>
        <translation>hạn trả lời %1</translation>
    </message>
    <message>
        <source>Closed %1 by %2.</source>
        <translation>%2 kết thúc lúc %1.</translation>
    </message>
    <message>
        <source>The last day is over: close it, and nobody can answer any more.</source>
        <translation>Đã hết thời hạn: hãy kết thúc phiếu để chốt kết quả.</translation>
    </message>
    <message>
        <source>The last day is over; an answer still arrives, and is marked as late.</source>
        <translation>Đã hết thời hạn; bạn vẫn có thể trả lời và ý kiến được ghi là trễ hạn.</translation>
    </message>
    <message>
        <source>The last day is over: your answer stands.</source>
        <translation>Đã hết thời hạn: ý kiến của bạn được giữ nguyên.</translation>
    </message>
    <message>
        <source>You can change your answer until %1.</source>
        <translation>Bạn có thể đổi ý kiến đến hết ngày %1.</translation>
    </message>
    <message>
        <source>Agree %1 · disagree %2 · other opinion %3 · no answer %4</source>
        <translation>Đồng ý %1 · không đồng ý %2 · ý kiến khác %3 · chưa trả lời %4</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>đã ký số</translation>
    </message>
    <message>
        <source>its signature can&apos;t be told</source>
        <translation>chưa xác định được chữ ký</translation>
    </message>
    <message>
        <source>its signature is not valid</source>
        <translation>chữ ký không hợp lệ</translation>
    </message>
    <message>
        <source>its signature is not checked yet</source>
        <translation>chữ ký chưa được kiểm tra</translation>
    </message>
    <message>
        <source>%1 in the place of %2</source>
        <translation>%1 thay %2</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>thay %1</translation>
    </message>
    <message>
        <source>answers are signed</source>
        <translation>câu trả lời được ký số</translation>
    </message>
    <message>
        <source>signed %1</source>
        <translation>đã ký số %1</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>chưa ký</translation>
    </message>
    <message>
        <source>Your answer has no valid signature and does not count: please answer anew and sign it.</source>
        <translation>Câu trả lời của bạn chưa có chữ ký hợp lệ nên không được tính: đề nghị trả lời lại và ký số.</translation>
    </message>
    <message>
        <source>not signed, not counted %1</source>
        <translation>chưa ký, không tính %1</translation>
    </message>
</context>
<context>
    <name>ui::PacketPanel</name>
    <message>
        <source>Signs the packet with the certificate of the office and sends it. The document in it stays as it is; a packet over 20 MB goes unsigned.</source>
        <translation>Ký gói tin bằng chứng thư của cơ quan rồi gửi. Văn bản bên trong giữ nguyên; gói tin lớn hơn 20 MB sẽ gửi không ký.</translation>
    </message>
    <message>
        <source>&amp;Sign and send · Ctrl+Enter</source>
        <translation>&amp;Ký và gửi · Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ui::PageView</name>
    <message>
        <source>Document pages</source>
        <translation>Các trang văn bản</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1 trên %2</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <translation>Không hiện được trang này.</translation>
    </message>
</context>
<context>
    <name>ui::Paper</name>
    <message>
        <source>kept as it came</source>
        <translation>giữ nguyên tệp gốc</translation>
    </message>
    <message>
        <source>its text is not read: Tesseract is not installed</source>
        <translation>không nhận dạng chữ: máy chưa cài Tesseract</translation>
    </message>
    <message>
        <source>the text of some page could not be read</source>
        <translation>có trang không nhận dạng được chữ</translation>
    </message>
    <message>
        <source>its text can be searched</source>
        <translation>tìm được theo nội dung</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PaperFields</name>
    <message>
        <source>Office, or the name on the paper…</source>
        <translation>Cơ quan, hoặc tên ghi trên văn bản…</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Thường</translation>
    </message>
    <message>
        <source>&amp;Why it is corrected</source>
        <translation>Lý &amp;do đính chính</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Bản quét</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>Nơ&amp;i gửi</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>&amp;Số</translation>
    </message>
    <message>
        <source>Not&amp;ation</source>
        <translation>Ký hiệ&amp;u</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>Ngày văn &amp;bản</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>L&amp;oại</translation>
    </message>
    <message>
        <source>Urgenc&amp;y</source>
        <translation>Độ &amp;khẩn</translation>
    </message>
    <message>
        <source>Sub&amp;ject</source>
        <translation>&amp;Trích yếu</translation>
    </message>
    <message>
        <source>Sig&amp;ned by</source>
        <translation>N&amp;gười ký</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>Số t&amp;rang</translation>
    </message>
    <message>
        <source>Day of a&amp;rrival</source>
        <translation>Ngà&amp;y đến</translation>
    </message>
    <message>
        <source>Answer &amp;by</source>
        <translation>Hạn xử &amp;lý</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>Ghi &amp;chú</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Hãy ghi ngày theo dạng ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>This day lies before the arrival.</source>
        <translation>Ngày này trước ngày đến.</translation>
    </message>
    <message>
        <source>Register although it seems to have come before, as %1</source>
        <translation>Vào sổ dù có vẻ trùng với %1 đã đến</translation>
    </message>
    <message>
        <source>Register although it seems to have come before</source>
        <translation>Vào sổ dù có vẻ đã đến trước đó</translation>
    </message>
    <message>
        <source>An en&amp;velope for somebody by name, not opened</source>
        <translation>Bì gửi đích danh, không bóc</translation>
    </message>
    <message>
        <source>It na&amp;mes</source>
        <translation>Đích danh</translation>
    </message>
    <message>
        <source>What is inside is not known; leave it empty.</source>
        <translation>Chưa biết nội dung bên trong; để trống.</translation>
    </message>
    <message>
        <source>Secr&amp;ecy</source>
        <translation>Độ &amp;mật</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không</translation>
    </message>
</context>
<context>
    <name>ui::PaperPage</name>
    <message>
        <source>Take ou&amp;t</source>
        <translation>Bỏ r&amp;a</translation>
    </message>
    <message>
        <source>Paper document</source>
        <translation>Văn bản giấy</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đó&amp;ng</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Biểu mẫu</translation>
    </message>
    <message>
        <source>Pages of the scan</source>
        <translation>Các trang bản quét</translation>
    </message>
    <message>
        <source>Page %1/%2</source>
        <translation>Trang %1/%2</translation>
    </message>
    <message>
        <source>Correct a paper document</source>
        <translation>Đính chính văn bản giấy</translation>
    </message>
    <message>
        <source>Enter a paper document</source>
        <translation>Nhập văn bản giấy</translation>
    </message>
    <message>
        <source>&amp;Correct · Ctrl+Enter</source>
        <translation>Đín&amp;h chính · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Re&amp;gister · Ctrl+Enter</source>
        <translation>&amp;Vào sổ · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Its number and day of arrival stay; what stood there is kept in its history.</source>
        <translation>Số đến và ngày đến giữ nguyên; thông tin cũ được lưu trong lịch sử.</translation>
    </message>
    <message>
        <source>The number is drawn from the incoming book.</source>
        <translation>Số đến lấy từ sổ văn bản đến.</translation>
    </message>
    <message>
        <source>Choose oth&amp;ers…</source>
        <translation>Chọn tệ&amp;p khác…</translation>
    </message>
    <message>
        <source>Choose f&amp;iles…</source>
        <translation>Chọn tệ&amp;p…</translation>
    </message>
    <message>
        <source>Drop the scan here, or choose its files. The document can be registered without one.</source>
        <translation>Thả bản quét vào đây, hoặc chọn tệp. Có thể vào sổ khi chưa có bản quét.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Expected number in the incoming book: %1</source>
        <translation>Số đến dự kiến: %1</translation>
    </message>
    <message>
        <source>The scan of the document</source>
        <translation>Bản quét của văn bản</translation>
    </message>
    <message>
        <source>PDF and pictures (%1)</source>
        <translation>PDF và ảnh (%1)</translation>
    </message>
    <message>
        <source>Taking the scan in…</source>
        <translation>Đang nhận bản quét…</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>Đang vào sổ…</translation>
    </message>
    <message>
        <source>Registered with number %1 in the incoming book.</source>
        <translation>Đã vào sổ, số đến %1.</translation>
    </message>
    <message>
        <source>Correcting…</source>
        <translation>Đang đính chính…</translation>
    </message>
    <message>
        <source>Corrected; what stood there before is in its history.</source>
        <translation>Đã đính chính; thông tin cũ nằm trong lịch sử.</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>giữ như hiện có</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>Choose files to put others in its place.</source>
        <translation>Chọn tệp để thay.</translation>
    </message>
    <message>
        <source>A PDF, or pictures in their order.</source>
        <translation>Một tệp PDF, hoặc các ảnh theo thứ tự.</translation>
    </message>
</context>
<context>
    <name>ui::Pile</name>
    <message>
        <source>page %1</source>
        <translation>trang %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(chưa có trích yếu)</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Gửi: %1</translation>
    </message>
    <message>
        <source>Being looked through</source>
        <translation>Đang xem xét</translation>
    </message>
    <message>
        <source>Signed before</source>
        <translation>Đã ký trước đó</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to weigh before you sign:</source>
        <translation>
            <numerusform>%n điểm cần cân nhắc trước khi ký:</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed and kept</source>
        <translation>Đã ký và lưu</translation>
    </message>
    <message>
        <source>Not signed: stopped before its turn</source>
        <translation>Chưa ký: dừng trước khi tới lượt</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) can&apos;t be signed.</source>
        <translation>
            <numerusform>%n văn bản không ký được.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) hold what the pages do not show: read it before you sign.</source>
        <translation>
            <numerusform>%n văn bản có nội dung không hiển thị trên trang: hãy đọc trước khi ký.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every document was looked through before signing.</source>
        <translation>Mọi văn bản đã được xem xét trước khi ký.</translation>
    </message>
    <message>
        <source>%1 of %2 documents signed</source>
        <translation>Đã ký %1/%2 văn bản</translation>
    </message>
    <message>
        <source>Looked through: no hidden layer, no script, nothing that can be switched.</source>
        <translation>Đã xem xét: không có lớp ẩn, tập lệnh hay nội dung có thể thay đổi.</translation>
    </message>
</context>
<context>
    <name>ui::PileList</name>
    <message>
        <source>Documents to sign</source>
        <translation>Văn bản chờ ký</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Read the document: %1</source>
        <translation>Xem văn bản: %1</translation>
    </message>
</context>
<context>
    <name>ui::PilePane</name>
    <message>
        <source>Several documents</source>
        <translation>Nhiều văn bản</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) chosen</source>
        <translation>
            <numerusform>Đã chọn %n văn bản</numerusform>
        </translation>
    </message>
    <message>
        <source>The documents are being looked through.</source>
        <translation>Đang xem xét các văn bản.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign %n document(s)</source>
        <translation>
            <numerusform>&amp;Ký %n văn bản</numerusform>
        </translation>
    </message>
    <message>
        <source>C&amp;lear the choice</source>
        <translation>&amp;Bỏ chọn</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Đang ký…</translation>
    </message>
    <message numerus="yes">
        <source>Signing %n document(s)</source>
        <translation>
            <numerusform>Đang ký %n văn bản</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/%2 · %3</source>
        <translation>%1/%2 · %3</translation>
    </message>
    <message>
        <source>What was signed is kept. Choose the others again to go on with them.</source>
        <translation>Văn bản đã ký được lưu. Hãy chọn lại các văn bản còn lại để ký tiếp.</translation>
    </message>
    <message>
        <source>Each is kept and goes on to the clerk for number and seal.</source>
        <translation>Các văn bản đã được lưu và chuyển tới văn thư để lấy số, đóng dấu.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đ&amp;óng</translation>
    </message>
</context>
<context>
    <name>ui::PilePanel</name>
    <message numerus="yes">
        <source>Signs the %n document(s) listed below with your certificate; the PIN is entered once.</source>
        <translation>
            <numerusform>Ký %n văn bản dưới đây bằng chứng thư số của bạn; chỉ nhập mã PIN một lần.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign %n document(s) · Ctrl+Enter</source>
        <translation>
            <numerusform>&amp;Ký %n văn bản · Ctrl+Enter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PinPanel</name>
    <message>
        <source>Key file %1</source>
        <translation>Tệp khóa %1</translation>
    </message>
    <message>
        <source>Smart card or token</source>
        <translation>Thẻ hoặc thiết bị lưu khóa</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Thiết bị %1</translation>
    </message>
    <message>
        <source>Signs the document as it is shown below, with your certificate.</source>
        <translation>Ký văn bản đúng như đang hiện bên dưới, bằng chứng thư của bạn.</translation>
    </message>
    <message>
        <source>Seals the document as it is shown below, with the certificate of the office.</source>
        <translation>Đóng dấu văn bản đúng như đang hiện bên dưới, bằng chứng thư của cơ quan.</translation>
    </message>
    <message>
        <source>&amp;Sign · Ctrl+Enter</source>
        <translation>&amp;Ký · Ctrl+Enter</translation>
    </message>
    <message>
        <source>S&amp;eal · Ctrl+Enter</source>
        <translation>Đóng &amp;dấu · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Chứng thư</translation>
    </message>
    <message>
        <source>Choose a key file…</source>
        <translation>Chọn tệp khóa…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Khóa</translation>
    </message>
    <message>
        <source>&amp;PIN of your signature</source>
        <translation>Mã &amp;PIN chữ ký của bạn</translation>
    </message>
    <message>
        <source>&amp;PIN of the seal</source>
        <translation>Mã &amp;PIN con dấu</translation>
    </message>
    <message>
        <source>The certificate is known when the key is opened.</source>
        <translation>Chứng thư sẽ rõ khi mở khóa.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>do %1 cấp</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>có giá trị đến %1</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>Chọn tệp khóa</translation>
    </message>
    <message>
        <source>Key files (*.p12 *.pfx)</source>
        <translation>Tệp khóa (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Choose the key to sign with.</source>
        <translation>Hãy chọn khóa để ký.</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>Hãy nhập mã PIN.</translation>
    </message>
    <message numerus="yes">
        <source>Not to be seen on the pages: %n point(s). Look at them before you sign.</source>
        <translation>
            <numerusform>Có %n điểm không nhìn thấy trên trang. Hãy xem trước khi ký.</numerusform>
        </translation>
    </message>
    <message>
        <source>About the certificate</source>
        <translation>Về chứng thư số</translation>
    </message>
    <message>
        <source>Level of the signature</source>
        <translation>Mức chữ ký</translation>
    </message>
    <message>
        <source>%1 is wanted, but no time-stamping authority is set: the signature will wait for one.</source>
        <translation>Cần mức %1 nhưng chưa đặt máy chủ cấp dấu thời gian: chữ ký sẽ phải chờ.</translation>
    </message>
    <message>
        <source>%1 with the time stamp of %2. The signature stands at once; what can&apos;t be had now follows.</source>
        <translation>%1, dấu thời gian từ %2. Chữ ký được lưu ngay; phần chưa lấy được sẽ bổ sung sau.</translation>
    </message>
</context>
<context>
    <name>ui::ReasonPanel</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Lý do</translation>
    </message>
    <message>
        <source>Write the reason; the other side will read it.</source>
        <translation>Hãy viết lý do; bên kia sẽ đọc được.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>Tối đa %n ký tự.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RegisterPanel</name>
    <message>
        <source>Register of incoming documents</source>
        <translation>Sổ đăng ký văn bản đến</translation>
    </message>
    <message>
        <source>Register of outgoing documents</source>
        <translation>Sổ đăng ký văn bản đi</translation>
    </message>
    <message>
        <source>Register of the handling of incoming documents</source>
        <translation>Sổ theo dõi giải quyết văn bản đến</translation>
    </message>
    <message>
        <source>Writes a register of %1 to a file, to be printed, signed and bound.</source>
        <translation>Ghi sổ năm %1 vào tệp để in, ký và đóng quyển.</translation>
    </message>
    <message>
        <source>&amp;Choose a file · Ctrl+Enter</source>
        <translation>&amp;Chọn tệp · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;To day</source>
        <translation>Đế&amp;n ngày</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Sổ</translation>
    </message>
    <message>
        <source>&amp;From day</source>
        <translation>&amp;Từ ngày</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>&amp;Quyển số</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Ngày cuối trước ngày đầu.</translation>
    </message>
</context>
<context>
    <name>ui::ReplacePanel</name>
    <message>
        <source>Sends a sealed document in the place of this one: to its own receivers and to every office that has this one.</source>
        <translation>Gửi một văn bản đã đóng dấu thay cho văn bản này: tới nơi nhận của nó và mọi cơ quan đang có văn bản này.</translation>
    </message>
    <message>
        <source>Re&amp;place · Ctrl+Enter</source>
        <translation>T&amp;hay thế · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Sealed &amp;document</source>
        <translation>&amp;Văn bản đã đóng dấu</translation>
    </message>
    <message>
        <source>No sealed document waits to be sent; the new one is drafted, signed and sealed first.</source>
        <translation>Chưa có văn bản đã đóng dấu nào chờ gửi; hãy soạn, ký và đóng dấu văn bản mới trước.</translation>
    </message>
    <message>
        <source>Choose the document that takes its place.</source>
        <translation>Hãy chọn văn bản thay thế.</translation>
    </message>
</context>
<context>
    <name>ui::Rights</name>
    <message>
        <source>may write the books and use the seal</source>
        <translation>được ghi sổ và dùng con dấu</translation>
    </message>
    <message>
        <source>writes the books no more</source>
        <translation>không còn ghi sổ</translation>
    </message>
    <message>
        <source>%1 has left the office (before: %2)</source>
        <translation>%1 không còn trong cơ quan (trước: %2)</translation>
    </message>
    <message>
        <source>%1 is new in the office: %2</source>
        <translation>%1 mới vào cơ quan: %2</translation>
    </message>
    <message>
        <source>%1 is now %2 (before: %3)</source>
        <translation>%1 nay là %2 (trước: %3)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>%1 gets the work of another unit: %2 (before: %3)</source>
        <translation>%1 nhận việc của đơn vị khác: %2 (trước: %3)</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait for them: give these to somebody else</source>
        <translation>
            <numerusform>còn %n văn bản chờ người này: hãy giao cho người khác</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RightsBar</name>
    <message>
        <source>That is ri&amp;ght: confirm</source>
        <translation>Đún&amp;g, xác nhận</translation>
    </message>
    <message>
        <source>Changed rights</source>
        <translation>Thay đổi quyền</translation>
    </message>
    <message>
        <source>Your rights were changed: %1. Another leader or clerk confirms it.</source>
        <translation>Quyền của bạn đã thay đổi: %1. Lãnh đạo hoặc văn thư khác sẽ xác nhận.</translation>
    </message>
    <message>
        <source>Rights were changed: %1.</source>
        <translation>Quyền đã thay đổi: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>còn %n thay đổi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Rows</name>
    <message>
        <source>Can&apos;t be read</source>
        <translation>Không đọc được</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Chưa kiểm chữ ký</translation>
    </message>
    <message numerus="yes">
        <source>%n valid signature(s)</source>
        <translation>
            <numerusform>%n chữ ký hợp lệ</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for the server</source>
        <translation>Chờ gửi lên máy chủ</translation>
    </message>
    <message>
        <source>URGENT</source>
        <translation>KHẨN</translation>
    </message>
    <message>
        <source>VERY URGENT</source>
        <translation>THƯỢNG KHẨN</translation>
    </message>
    <message>
        <source>EXPRESS</source>
        <translation>HỎA TỐC</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Dự thảo</translation>
    </message>
    <message>
        <source>Waits for signature</source>
        <translation>Chờ ký</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <source>Waits for its number</source>
        <translation>Chờ cấp số</translation>
    </message>
    <message>
        <source>Waits for the seal</source>
        <translation>Chờ đóng dấu</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Chờ gửi</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Waits to be accepted</source>
        <translation>Chờ tiếp nhận</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Đã tiếp nhận</translation>
    </message>
    <message>
        <source>Returned to sender</source>
        <translation>Đã từ chối</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã trả lời</translation>
    </message>
    <message>
        <source>Seal is not the sender&apos;s</source>
        <translation>Dấu không phải của nơi gửi</translation>
    </message>
    <message>
        <source>Seal not known yet</source>
        <translation>Chưa biết dấu của nơi gửi</translation>
    </message>
    <message>
        <source>Number or date differs</source>
        <translation>Số hoặc ngày không khớp</translation>
    </message>
    <message>
        <source>Signer differs</source>
        <translation>Người ký không khớp</translation>
    </message>
    <message>
        <source>Certificate was revoked</source>
        <translation>Chứng thư đã bị thu hồi</translation>
    </message>
    <message>
        <source>Revocation not known</source>
        <translation>Chưa kiểm được thu hồi</translation>
    </message>
    <message>
        <source>Certificate expired</source>
        <translation>Chứng thư hết hạn</translation>
    </message>
    <message>
        <source>Issuer not known</source>
        <translation>Không rõ nơi cấp chứng thư</translation>
    </message>
    <message>
        <source>No digital signature</source>
        <translation>Không có chữ ký số</translation>
    </message>
    <message>
        <source>File can&apos;t be read</source>
        <translation>Không đọc được tệp</translation>
    </message>
    <message>
        <source>Signature can&apos;t be confirmed</source>
        <translation>Chưa xác nhận được chữ ký</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Không rõ nơi gửi</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(chưa có trích yếu)</translation>
    </message>
    <message>
        <source>No. in %1</source>
        <translation>Số đến %1</translation>
    </message>
    <message>
        <source>No receiver yet</source>
        <translation>Chưa có nơi nhận</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Gửi: %1</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Hạn hôm nay</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Hạn %1</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Chưa đọc</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n văn bản</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đã đóng</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Đang mở</translation>
    </message>
    <message>
        <source>Changed after signing</source>
        <translation>Nội dung bị sửa sau khi ký</translation>
    </message>
    <message>
        <source>Signature not valid</source>
        <translation>Chữ ký không hợp lệ</translation>
    </message>
    <message>
        <source>Waits for initials</source>
        <translation>Chờ ký nháy</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã bị thu hồi</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Đã bị thay thế</translation>
    </message>
    <message>
        <source>Sender asks for it back</source>
        <translation>Bên gửi đề nghị thu hồi</translation>
    </message>
    <message>
        <source>A new version came</source>
        <translation>Có bản cập nhật</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Bản cập nhật</translation>
    </message>
    <message>
        <source>Asked back</source>
        <translation>Đã đề nghị thu hồi</translation>
    </message>
    <message>
        <source>names you</source>
        <translation>nhắc đến bạn</translation>
    </message>
    <message>
        <source>Paper document</source>
        <translation>Văn bản giấy</translation>
    </message>
    <message>
        <source>Number void</source>
        <translation>Số đã hủy</translation>
    </message>
    <message>
        <source>reminded</source>
        <translation>đã nhắc hạn</translation>
    </message>
    <message>
        <source>reported late</source>
        <translation>đã báo cáo quá hạn</translation>
    </message>
    <message>
        <source>reminded: late</source>
        <translation>đã nhắc quá hạn</translation>
    </message>
</context>
<context>
    <name>ui::Search</name>
    <message>
        <source>Any time</source>
        <translation>Mọi thời gian</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Tuần này</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Quý này</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Năm trước</translation>
    </message>
    <message>
        <source>Other days…</source>
        <translation>Ngày khác…</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Mới nhất trước</translation>
    </message>
    <message>
        <source>Due first</source>
        <translation>Đến hạn trước</translation>
    </message>
    <message>
        <source>By office</source>
        <translation>Theo cơ quan</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Theo số</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Khẩn nhất trước</translation>
    </message>
    <message>
        <source>Incoming book %1 · %2</source>
        <translation>Sổ đến %1 · %2</translation>
    </message>
    <message>
        <source>Incoming book %1</source>
        <translation>Sổ văn bản đến %1</translation>
    </message>
    <message>
        <source>Outgoing book %1 · official letters</source>
        <translation>Sổ công văn đi %1</translation>
    </message>
    <message>
        <source>Outgoing book %1 · named kinds</source>
        <translation>Sổ văn bản đi %1 · có tên loại</translation>
    </message>
</context>
<context>
    <name>ui::SearchFilter</name>
    <message>
        <source>Any state</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>Incoming or outgoing</source>
        <translation>Văn bản đến hay đi</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại văn bản</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người xử lý</translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation>Chưa trả lời</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>Tìm kiếm đã lưu</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ lưu</translation>
    </message>
    <message>
        <source>Search filter</source>
        <translation>Điều kiện tìm kiếm</translation>
    </message>
    <message>
        <source>Any direction</source>
        <translation>Văn bản đến và đi</translation>
    </message>
    <message>
        <source>Incoming only</source>
        <translation>Chỉ văn bản đến</translation>
    </message>
    <message>
        <source>Outgoing only</source>
        <translation>Chỉ văn bản đi</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Mọi loại văn bản</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>From dd/mm/yyyy</source>
        <translation>Từ dd/mm/yyyy</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To dd/mm/yyyy</source>
        <translation>Đến dd/mm/yyyy</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Name for this search</source>
        <translation>Tên cho tìm kiếm này</translation>
    </message>
    <message>
        <source>No search is kept yet</source>
        <translation>Chưa lưu tìm kiếm nào</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Bộ lọc</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Nơi gửi</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Sổ</translation>
    </message>
    <message>
        <source>&amp;Filter (%1)</source>
        <translation>&amp;Bộ lọc (%1)</translation>
    </message>
    <message>
        <source>Any office</source>
        <translation>Mọi nơi gửi</translation>
    </message>
    <message>
        <source>Any book</source>
        <translation>Mọi sổ</translation>
    </message>
    <message>
        <source>Choose a search…</source>
        <translation>Chọn tìm kiếm…</translation>
    </message>
</context>
<context>
    <name>ui::SecretBookModel</name>
    <message>
        <source>Confidential</source>
        <translation>Mật</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Tối mật</translation>
    </message>
    <message>
        <source>Top secret</source>
        <translation>Tuyệt mật</translation>
    </message>
    <message>
        <source>Subject withheld</source>
        <translation>Không ghi trích yếu</translation>
    </message>
    <message>
        <source>No. %1 · %2</source>
        <translation>Số %1 · %2</translation>
    </message>
    <message>
        <source>Void: %1</source>
        <translation>Đã hủy: %1</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Nơi gửi: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>Nơi nhận: %1</translation>
    </message>
    <message>
        <source>Number, notation: %1</source>
        <translation>Số, ký hiệu: %1</translation>
    </message>
    <message>
        <source>Issued on %1</source>
        <translation>Ngày văn bản: %1</translation>
    </message>
    <message>
        <source>Arrived on %1</source>
        <translation>Ngày đến: %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Ngày: %1</translation>
    </message>
    <message>
        <source>Copies: %1</source>
        <translation>Số bản: %1</translation>
    </message>
    <message>
        <source>Given to: %1</source>
        <translation>Người nhận: %1</translation>
    </message>
    <message>
        <source>Copy kept by: %1</source>
        <translation>Người giữ bản lưu: %1</translation>
    </message>
    <message>
        <source>Signed for by: %1</source>
        <translation>Ký nhận: %1</translation>
    </message>
    <message>
        <source>Answer by %1</source>
        <translation>Hạn giải quyết: %1</translation>
    </message>
    <message>
        <source>Remark: %1</source>
        <translation>Ghi chú: %1</translation>
    </message>
    <message>
        <source>Corrected %1 time(s)</source>
        <translation>Đã đính chính %1 lần</translation>
    </message>
    <message>
        <source>Entered by %1</source>
        <translation>Người vào sổ: %1</translation>
    </message>
    <message>
        <source>Voided: %1</source>
        <translation>Đã hủy: %1</translation>
    </message>
    <message>
        <source>No. in</source>
        <translation>Số đến</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số thứ tự</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Ngày đến</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>Độ mật</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Nơi gửi</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nơi nhận</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Notation</source>
        <translation>Số, ký hiệu</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Trích yếu</translation>
    </message>
</context>
<context>
    <name>ui::SecretEntryPanel</name>
    <message>
        <source>Enters an incoming secret document as number %1.</source>
        <translation>Vào sổ văn bản mật đến, số %1.</translation>
    </message>
    <message>
        <source>Enters an outgoing secret document as number %1.</source>
        <translation>Vào sổ văn bản mật đi, số %1.</translation>
    </message>
    <message>
        <source>&amp;Enter · Ctrl+Enter</source>
        <translation>&amp;Vào sổ · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Corrects line %1; its number and day stay.</source>
        <translation>Đính chính dòng số %1; số và ngày giữ nguyên.</translation>
    </message>
    <message>
        <source>C&amp;orrect · Ctrl+Enter</source>
        <translation>Đí&amp;nh chính · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Subject &amp;withheld</source>
        <translation>Không &amp;ghi trích yếu</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>&amp;Why it is corrected</source>
        <translation>Lý &amp;do đính chính</translation>
    </message>
    <message>
        <source>A&amp;rrived on</source>
        <translation>Ngày đế&amp;n</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Ngày</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>Nơ&amp;i gửi</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>Nơ&amp;i nhận</translation>
    </message>
    <message>
        <source>Iss&amp;ued on</source>
        <translation>Ngày văn &amp;bản</translation>
    </message>
    <message>
        <source>Sub&amp;ject</source>
        <translation>&amp;Trích yếu</translation>
    </message>
    <message>
        <source>Answer &amp;by</source>
        <translation>Hạn g&amp;iải quyết</translation>
    </message>
    <message>
        <source>De&amp;gree</source>
        <translation>Độ &amp;mật</translation>
    </message>
    <message>
        <source>&amp;Number, notation</source>
        <translation>&amp;Số, ký hiệu</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>Tên &amp;loại</translation>
    </message>
    <message>
        <source>Co&amp;pies</source>
        <translation>Số &amp;bản</translation>
    </message>
    <message>
        <source>Gi&amp;ven to</source>
        <translation>Ngư&amp;ời nhận</translation>
    </message>
    <message>
        <source>Cop&amp;y kept by</source>
        <translation>Người giữ b&amp;ản lưu</translation>
    </message>
    <message>
        <source>&amp;Signed for by</source>
        <translation>&amp;Ký nhận</translation>
    </message>
    <message>
        <source>Re&amp;mark</source>
        <translation>G&amp;hi chú</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Hãy ghi ngày theo dạng ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>Write the other office.</source>
        <translation>Hãy ghi cơ quan gửi hoặc nhận.</translation>
    </message>
    <message>
        <source>Write what it is about, or say that it is withheld.</source>
        <translation>Hãy ghi trích yếu, hoặc chọn không ghi trích yếu.</translation>
    </message>
    <message>
        <source>Write why it is corrected.</source>
        <translation>Hãy ghi lý do đính chính.</translation>
    </message>
</context>
<context>
    <name>ui::SecretLock</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>Mật &amp;khẩu</translation>
    </message>
    <message>
        <source>The passphrase &amp;again</source>
        <translation>Nhập &amp;lại mật khẩu</translation>
    </message>
    <message>
        <source>Secret books</source>
        <translation>Sổ mật</translation>
    </message>
    <message>
        <source>The registers of documents with a degree of secrecy lie on this computer alone, encrypted. They lock by themselves when this page is left, when the window is minimised, and after five minutes without input.</source>
        <translation>Sổ đăng ký văn bản mật chỉ lưu trên máy này, ở dạng mã hóa. Sổ tự khóa khi rời trang này, khi thu nhỏ cửa sổ và sau năm phút không thao tác.</translation>
    </message>
    <message>
        <source>There are no registers of documents with a degree of secrecy yet. They will lie on this computer alone, encrypted with a passphrase that nobody can restore: write it down and keep it as a secret document.</source>
        <translation>Chưa có sổ đăng ký văn bản mật. Sổ sẽ chỉ lưu trên máy này, mã hóa bằng một mật khẩu không ai khôi phục được: hãy ghi lại và bảo quản mật khẩu như tài liệu mật.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s); several words are best.</source>
        <translation>
            <numerusform>Ít nhất %n ký tự; nên dùng nhiều từ.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở sổ</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Lập sổ</translation>
    </message>
    <message>
        <source>Open the secret books</source>
        <translation>Mở sổ mật</translation>
    </message>
    <message>
        <source>Create the secret books</source>
        <translation>Lập sổ mật</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Hai lần nhập không giống nhau.</translation>
    </message>
</context>
<context>
    <name>ui::SecretPage</name>
    <message>
        <source>&amp;Incoming</source>
        <translation>Văn bản đế&amp;n</translation>
    </message>
    <message>
        <source>&amp;Outgoing</source>
        <translation>Văn bản đ&amp;i</translation>
    </message>
    <message>
        <source>&amp;Enter a document…</source>
        <translation>&amp;Vào sổ văn bản…</translation>
    </message>
    <message>
        <source>&amp;Print the register…</source>
        <translation>I&amp;n sổ…</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Khóa</translation>
    </message>
    <message>
        <source>&amp;Correct…</source>
        <translation>Đính &amp;chính…</translation>
    </message>
    <message>
        <source>Make &amp;void…</source>
        <translation>&amp;Hủy số…</translation>
    </message>
    <message>
        <source>&amp;Attach a scan…</source>
        <translation>Đính &amp;kèm bản quét…</translation>
    </message>
    <message>
        <source>&amp;See the scan</source>
        <translation>&amp;Xem bản quét</translation>
    </message>
    <message>
        <source>Secret books</source>
        <translation>Sổ mật</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Năm</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Các dòng trong sổ</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>Nội dung dòng</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Bản quét</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>No incoming secret document in this year.</source>
        <translation>Năm này chưa có văn bản mật đến.</translation>
    </message>
    <message>
        <source>No outgoing secret document in this year.</source>
        <translation>Năm này chưa có văn bản mật đi.</translation>
    </message>
    <message>
        <source>Choose a line.</source>
        <translation>Hãy chọn một dòng.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>The secret document was entered.</source>
        <translation>Đã vào sổ văn bản mật.</translation>
    </message>
    <message>
        <source>The line was corrected.</source>
        <translation>Đã đính chính dòng trong sổ.</translation>
    </message>
    <message>
        <source>Makes line %1 void. Its number stays taken.</source>
        <translation>Hủy dòng số %1. Số này không cấp lại.</translation>
    </message>
    <message>
        <source>Make &amp;void · Ctrl+Enter</source>
        <translation>&amp;Hủy số · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Write the reason; it stays in the book.</source>
        <translation>Hãy ghi lý do; lý do được lưu trong sổ.</translation>
    </message>
    <message>
        <source>The line is void.</source>
        <translation>Đã hủy dòng trong sổ.</translation>
    </message>
    <message>
        <source>Writes the register of %1 to a PDF, to be printed, signed and bound. The file and every sheet of it are secret documents: print it at once on a printer of this computer, and delete the file.</source>
        <translation>Xuất sổ năm %1 ra PDF để in, ký và đóng quyển. Tệp và từng tờ in ra đều là tài liệu mật: hãy in ngay trên máy in nối với máy này rồi xóa tệp.</translation>
    </message>
    <message>
        <source>&amp;Choose a file · Ctrl+Enter</source>
        <translation>&amp;Chọn tệp · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Save the register to a file</source>
        <translation>Lưu sổ vào tệp</translation>
    </message>
    <message>
        <source>The register was saved; the file is a secret document: %1</source>
        <translation>Đã lưu sổ; tệp này là tài liệu mật: %1</translation>
    </message>
    <message>
        <source>Choose the scan</source>
        <translation>Chọn bản quét</translation>
    </message>
    <message>
        <source>The scan was kept, encrypted. The file that it came from is still there: delete it.</source>
        <translation>Đã lưu bản quét ở dạng mã hóa. Tệp gốc vẫn còn: hãy xóa tệp đó.</translation>
    </message>
    <message>
        <source>The secret books have another passphrase.</source>
        <translation>Đã đổi mật khẩu sổ mật.</translation>
    </message>
    <message>
        <source>Chec&amp;k the books</source>
        <translation>Kiểm t&amp;ra sổ</translation>
    </message>
    <message>
        <source>Ne&amp;w passphrase…</source>
        <translation>Đổi mật &amp;khẩu…</translation>
    </message>
    <message>
        <source>Checked: every line (%1) and every scan (%2) is as it was written.</source>
        <translation>Đã kiểm tra: mọi dòng (%1) và mọi bản quét (%2) đúng như đã ghi.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n điểm khác</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SecretPassphrasePanel</name>
    <message>
        <source>Gives the secret books another passphrase. Copies that were made before still open with the one of now. Nobody can restore it: write it down and keep it as a secret document.</source>
        <translation>Đổi mật khẩu của sổ mật. Các bản sao đã có trước đây vẫn mở được bằng mật khẩu hiện tại. Không ai khôi phục được mật khẩu: hãy ghi lại và bảo quản như tài liệu mật.</translation>
    </message>
    <message>
        <source>C&amp;hange the passphrase · Ctrl+Enter</source>
        <translation>Đổi mậ&amp;t khẩu · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Passphrase of now</source>
        <translation>Mật khẩu &amp;hiện tại</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>Mật khẩu &amp;mới</translation>
    </message>
    <message>
        <source>New passphrase &amp;again</source>
        <translation>Nhập &amp;lại mật khẩu mới</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s); several words are best.</source>
        <translation>
            <numerusform>Ít nhất %n ký tự; nên dùng nhiều từ.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Hai lần nhập không giống nhau.</translation>
    </message>
</context>
<context>
    <name>ui::SendPanel</name>
    <message>
        <source>Puts the document into a packet and sends it to these offices. What is sent can&apos;t be unsent.</source>
        <translation>Đóng gói văn bản và gửi đến các cơ quan dưới đây. Đã gửi thì không rút lại được.</translation>
    </message>
    <message>
        <source>&amp;Send · Ctrl+Enter</source>
        <translation>&amp;Gửi · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Receivers</source>
        <translation>&amp;Nơi nhận</translation>
    </message>
    <message>
        <source>Choose at least one receiver.</source>
        <translation>Hãy chọn ít nhất một nơi nhận.</translation>
    </message>
    <message>
        <source>Sign the &amp;packet, too, with the certificate of the seal</source>
        <translation>Ký cả &amp;gói tin bằng chứng thư của con dấu</translation>
    </message>
</context>
<context>
    <name>ui::SheetChooser</name>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Spreadsheets (*.ods)</source>
        <translation>Bảng tính (*.ods)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Tệp CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>ui::Sidebar</name>
    <message>
        <source>Folders</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>%1, %2 documents</source>
        <translation>%1, %2 văn bản</translation>
    </message>
    <message>
        <source>%1, %2 questions</source>
        <translation>%1, %2 phiếu</translation>
    </message>
    <message>
        <source>%1, %2 meetings</source>
        <translation>%1, %2 cuộc họp</translation>
    </message>
</context>
<context>
    <name>ui::Standing</name>
    <message>
        <source>away until %1, nobody stands in</source>
        <translation>vắng mặt đến %1, chưa ủy quyền</translation>
    </message>
    <message>
        <source>away until %1, %2 stands in</source>
        <translation>vắng mặt đến %1, %2 thay</translation>
    </message>
    <message>
        <source>You are away until %1</source>
        <translation>Bạn vắng mặt đến %1</translation>
    </message>
    <message>
        <source>You are away until %1; %2 stands in</source>
        <translation>Bạn vắng mặt đến %1; %2 thay</translation>
    </message>
    <message>
        <source>You stand in for %1 until %2</source>
        <translation>Bạn thay %1 đến %2</translation>
    </message>
    <message>
        <source>Nobody stands in</source>
        <translation>Không ủy quyền cho ai</translation>
    </message>
    <message>
        <source>%1 stands in</source>
        <translation>%1 thay</translation>
    </message>
</context>
<context>
    <name>ui::StandingPage</name>
    <message>
        <source>Absence and delegation</source>
        <translation>Vắng mặt và ủy quyền</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>Người vắng mặt</translation>
    </message>
    <message>
        <source>Written down; whoever gives you work is told that you are away.</source>
        <translation>Đã ghi nhận; người giao việc cho bạn sẽ biết bạn đang vắng mặt.</translation>
    </message>
    <message>
        <source>Written down; whoever stands in gets your open work.</source>
        <translation>Đã ghi nhận; người được ủy quyền sẽ nhận việc đang mở của bạn.</translation>
    </message>
    <message>
        <source>Ended; you do your work yourself again.</source>
        <translation>Đã kết thúc ủy quyền; bạn tiếp tục tự xử lý công việc.</translation>
    </message>
    <message>
        <source>Nobody of the office is away.</source>
        <translation>Cơ quan không có ai vắng mặt.</translation>
    </message>
    <message>
        <source>Who of the office is away or will be</source>
        <translation>Người đang hoặc sẽ vắng mặt</translation>
    </message>
    <message>
        <source>holds now</source>
        <translation>đang có hiệu lực</translation>
    </message>
    <message>
        <source>later</source>
        <translation>chưa đến ngày</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>chờ gửi lên máy chủ</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>Kết thúc ngay</translation>
    </message>
    <message>
        <source>End it now: %1</source>
        <translation>Kết thúc ngay: %1</translation>
    </message>
    <message>
        <source>Names of &amp;units…</source>
        <translation>Tên &amp;đơn vị…</translation>
    </message>
    <message>
        <source>Written down; everybody in the office gets the names.</source>
        <translation>Đã ghi nhận; mọi người trong cơ quan sẽ thấy tên đơn vị.</translation>
    </message>
</context>
<context>
    <name>ui::Start</name>
    <message>
        <source>No desk on this computer yet</source>
        <translation>Máy này chưa có bàn làm việc nào</translation>
    </message>
    <message>
        <source>Ask the administrator of your exchange server for a one-time code, then run &quot;congvanctl office init&quot;, or try the demo offices with &quot;packaging/run&quot;.</source>
        <translation>Hãy xin quản trị viên máy chủ trao đổi một mã dùng một lần rồi chạy “congvanctl office init”, hoặc dùng thử các cơ quan mẫu bằng “packaging/run”.</translation>
    </message>
    <message>
        <source>The desk can&apos;t be opened</source>
        <translation>Không mở được bàn làm việc</translation>
    </message>
</context>
<context>
    <name>ui::Statistics</name>
    <message>
        <source>%1% of what was done</source>
        <translation>%1% số đã giải quyết</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>%1 withdrawn or replaced</source>
        <translation>%1 bị thu hồi hoặc thay thế</translation>
    </message>
    <message>
        <source>Done in time</source>
        <translation>Giải quyết đúng hạn</translation>
    </message>
    <message>
        <source>Done late</source>
        <translation>Giải quyết quá hạn</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Đang quá hạn</translation>
    </message>
    <message>
        <source>of %1 still open</source>
        <translation>trong %1 văn bản đang giải quyết</translation>
    </message>
    <message>
        <source>Open, in time</source>
        <translation>Đang giải quyết, còn hạn</translation>
    </message>
    <message>
        <source>Open, overdue</source>
        <translation>Đang giải quyết, quá hạn</translation>
    </message>
    <message>
        <source>Withdrawn or replaced</source>
        <translation>Thu hồi, thay thế</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n mục khác</numerusform>
        </translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>Theo đơn vị</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>Theo người giải quyết</translation>
    </message>
    <message>
        <source>By sender</source>
        <translation>Theo cơ quan gửi</translation>
    </message>
    <message>
        <source>By kind of document</source>
        <translation>Theo loại văn bản</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Theo tháng</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Đã giao</translation>
    </message>
    <message>
        <source>%1, %2 in all: %3</source>
        <translation>%1, tổng số %2: %3</translation>
    </message>
    <message>
        <source>Tasks of meetings</source>
        <translation>Nhiệm vụ giao tại cuộc họp</translation>
    </message>
    <message>
        <source>Incoming documents</source>
        <translation>Văn bản đến</translation>
    </message>
    <message>
        <source>By meeting</source>
        <translation>Theo cuộc họp</translation>
    </message>
    <message>
        <source>Given from %1 to %2; as of %3</source>
        <translation>Giao từ %1 đến %2; tính đến %3</translation>
    </message>
    <message>
        <source>Registered from %1 to %2; as of %3</source>
        <translation>Đăng ký từ %1 đến %2; tính đến %3</translation>
    </message>
    <message>
        <source>No task was given at a meeting this year. Tasks are given with the conclusion of a meeting.</source>
        <translation>Không có nhiệm vụ nào được giao tại cuộc họp trong năm nay. Nhiệm vụ được giao cùng với kết luận cuộc họp.</translation>
    </message>
    <message>
        <source>No task was given at a meeting in this period. Choose another one.</source>
        <translation>Không có nhiệm vụ nào được giao tại cuộc họp trong kỳ này. Hãy chọn kỳ khác.</translation>
    </message>
    <message>
        <source>No document was registered this year. Accept what came in, or choose other days.</source>
        <translation>Năm nay chưa có văn bản nào được đăng ký. Hãy tiếp nhận văn bản đến hoặc chọn khoảng ngày khác.</translation>
    </message>
    <message>
        <source>No document was registered in this period. Choose another one.</source>
        <translation>Không có văn bản nào được đăng ký trong kỳ này. Hãy chọn kỳ khác.</translation>
    </message>
    <message>
        <source>of %1 tasks still open</source>
        <translation>trong %1 nhiệm vụ đang thực hiện</translation>
    </message>
</context>
<context>
    <name>ui::StatisticsModel</name>
    <message>
        <source>Total</source>
        <translation>Tổng số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Đúng hạn</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Trễ hạn</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Còn hạn</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Quá hạn</translation>
    </message>
    <message>
        <source>Supports</source>
        <translation>Phối hợp</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Đã giao</translation>
    </message>
</context>
<context>
    <name>ui::StatisticsPage</name>
    <message>
        <source>This &amp;quarter</source>
        <translation>&amp;Quý này</translation>
    </message>
    <message>
        <source>&amp;Last quarter</source>
        <translation>Quý &amp;trước</translation>
    </message>
    <message>
        <source>This &amp;year</source>
        <translation>&amp;Năm nay</translation>
    </message>
    <message>
        <source>Other &amp;days</source>
        <translation>&amp;Khoảng ngày khác</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Xuất báo cáo…</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Các dòng</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Show this year</source>
        <translation>Xem cả năm</translation>
    </message>
    <message>
        <source>report</source>
        <translation>bao-cao</translation>
    </message>
    <message>
        <source>Save the report to a file</source>
        <translation>Lưu báo cáo vào tệp</translation>
    </message>
    <message>
        <source>The report was saved: %1</source>
        <translation>Đã lưu báo cáo: %1</translation>
    </message>
    <message>
        <source>%1 · what was given to you</source>
        <translation>%1 · văn bản được giao cho bạn</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Đối tượng thống kê</translation>
    </message>
</context>
<context>
    <name>ui::Status</name>
    <message>
        <source>Online · synced at %1</source>
        <translation>Trực tuyến · đồng bộ lúc %1</translation>
    </message>
    <message>
        <source>Offline · last synced %1</source>
        <translation>Ngoại tuyến · đồng bộ lần cuối %1</translation>
    </message>
    <message>
        <source>Offline · never synced</source>
        <translation>Ngoại tuyến · chưa đồng bộ lần nào</translation>
    </message>
    <message>
        <source>Last synced %1</source>
        <translation>Đồng bộ lần cuối %1</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Chưa đồng bộ</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait to be sent</source>
        <translation>
            <numerusform>%n mục đang chờ gửi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n send(s) uncertain</source>
        <translation>
            <numerusform>%n lần gửi chưa rõ kết quả</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) need you</source>
        <translation>
            <numerusform>%n mục cần bạn xử lý</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signature check(s) to do</source>
        <translation>
            <numerusform>%n văn bản chờ kiểm chữ ký</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking what there is to do</source>
        <translation>Xem có việc gì cần làm</translation>
    </message>
    <message>
        <source>Uploading files</source>
        <translation>Đang tải tệp lên</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Đang gửi</translation>
    </message>
    <message>
        <source>Receiving messages</source>
        <translation>Đang nhận</translation>
    </message>
    <message>
        <source>Downloading files</source>
        <translation>Đang tải tệp về</translation>
    </message>
    <message>
        <source>Reading what came</source>
        <translation>Đang đọc văn bản mới</translation>
    </message>
    <message>
        <source>Checking signatures</source>
        <translation>Đang kiểm chữ ký</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Đang làm</translation>
    </message>
    <message numerus="yes">
        <source>%n sent</source>
        <translation>
            <numerusform>đã gửi %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>đã nhận %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still waiting</source>
        <translation>
            <numerusform>còn chờ %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is up to date.</source>
        <translation>Không có gì mới.</translation>
    </message>
    <message>
        <source>Network switched off · last synced %1</source>
        <translation>Đã tắt mạng · đồng bộ lần cuối %1</translation>
    </message>
    <message>
        <source>Network switched off</source>
        <translation>Đã tắt mạng</translation>
    </message>
    <message>
        <source> · metered network</source>
        <translation> · mạng tính cước</translation>
    </message>
    <message numerus="yes">
        <source>%n large file(s) wait for a better network</source>
        <translation>
            <numerusform>%n tệp lớn chờ mạng tốt hơn</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 trên %2</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>Connection</source>
        <translation>Kết nối</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Hàng đợi</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Page and zoom</source>
        <translation>Trang và cỡ hiển thị</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) with comments that name you</source>
        <translation>
            <numerusform>%n văn bản có ý kiến nhắc đến bạn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ThumbnailModel</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1 trên %2</translation>
    </message>
</context>
<context>
    <name>ui::ThumbnailStrip</name>
    <message>
        <source>Pages</source>
        <translation>Trang</translation>
    </message>
</context>
<context>
    <name>ui::TimePanel</name>
    <message>
        <source>Asks whoever gave you the work for a later day than %1; they read why and answer.</source>
        <translation>Xin người giao việc lùi thời hạn %1; người đó đọc lý do và trả lời.</translation>
    </message>
    <message>
        <source>&amp;Ask · Ctrl+Enter</source>
        <translation>&amp;Xin gia hạn · Ctrl+Enter</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Đến ngày</translation>
    </message>
    <message>
        <source>Choose a later day than the one that holds.</source>
        <translation>Hãy chọn ngày muộn hơn thời hạn hiện tại.</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Hãy ghi ngày theo dạng dd/mm/yyyy.</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Back to the list</source>
        <translation>Về danh sách</translation>
    </message>
    <message>
        <source>&amp;New document</source>
        <translation>&amp;Soạn văn bản</translation>
    </message>
    <message>
        <source>S&amp;ync</source>
        <translation>Đồ&amp;ng bộ</translation>
    </message>
    <message>
        <source>Search number, subject, sender… (Ctrl+F)</source>
        <translation>Tìm số, trích yếu, nơi gửi… (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Person and office</source>
        <translation>Người dùng và cơ quan</translation>
    </message>
</context>
<context>
    <name>ui::TrailStrip</name>
    <message>
        <source>Trail</source>
        <translation>Theo dõi</translation>
    </message>
    <message numerus="yes">
        <source>All %n receiver(s)</source>
        <translation>
            <numerusform>Cả %n nơi nhận</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole &amp;trail</source>
        <translation>Toàn bộ &amp;quá trình</translation>
    </message>
</context>
<context>
    <name>ui::TrustPage</name>
    <message>
        <source>Root, self-signed</source>
        <translation>Chứng thư gốc, tự ký</translation>
    </message>
    <message>
        <source>Intermediate</source>
        <translation>Chứng thư trung gian</translation>
    </message>
    <message>
        <source>Revocation list</source>
        <translation>Danh sách thu hồi</translation>
    </message>
    <message>
        <source>Certificate of a person or machine</source>
        <translation>Chứng thư của người hoặc máy</translation>
    </message>
    <message>
        <source>&amp;Import from a file…</source>
        <translation>&amp;Nhập từ tệp…</translation>
    </message>
    <message>
        <source>Trust the roots of the operating &amp;system, too</source>
        <translation>Tin cậy cả chứng thư gốc của &amp;hệ điều hành</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Tổ chức chứng thực tin cậy</translation>
    </message>
    <message>
        <source>A signature is trusted when its certificate leads to one of these roots. Import a root only after you compared its fingerprint with what the authority published.</source>
        <translation>Chữ ký được tin cậy khi chứng thư dẫn tới một trong các chứng thư gốc này. Chỉ nhập chứng thư gốc sau khi đã so dấu vân tay với bản tổ chức chứng thực công bố.</translation>
    </message>
    <message>
        <source>What is trusted</source>
        <translation>Những gì được tin cậy</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Thông tin</translation>
    </message>
    <message>
        <source>Nobody is trusted yet, so no signature can be confirmed. Import the root certificates of the government&apos;s and the public authorities.</source>
        <translation>Chưa tin cậy tổ chức nào nên chưa xác nhận được chữ ký nào. Hãy nhập chứng thư gốc của tổ chức chứng thực chuyên dùng Chính phủ và công cộng.</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Bỏ…</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Bỏ: %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Cơ quan, tổ chức</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Nơi cấp</translation>
    </message>
    <message>
        <source>Issued, next due</source>
        <translation>Ngày cấp, kỳ tiếp</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Hiệu lực</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Số mục</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Số sê-ri</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>Dấu vân tay SHA-256</translation>
    </message>
    <message>
        <source>Import certificates or revocation lists</source>
        <translation>Nhập chứng thư hoặc danh sách thu hồi</translation>
    </message>
    <message>
        <source>Certificates and lists (*.pem *.crt *.cer *.der *.p7b *.p7c *.crl)</source>
        <translation>Chứng thư và danh sách (*.pem *.crt *.cer *.der *.p7b *.p7c *.crl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>từ chối</translation>
    </message>
    <message>
        <source>trusted already</source>
        <translation>đã tin cậy</translation>
    </message>
    <message>
        <source>Do the fingerprints equal those that the authority published?</source>
        <translation>Dấu vân tay có đúng như tổ chức chứng thực công bố không?</translation>
    </message>
    <message>
        <source>There is nothing new to trust in this file.</source>
        <translation>Tệp này không có gì mới để tin cậy.</translation>
    </message>
    <message numerus="yes">
        <source>Yes, &amp;trust %n of them</source>
        <translation>
            <numerusform>Đúng, &amp;tin cậy %n mục</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;No, trust nothing new</source>
        <translation>&amp;Không, giữ nguyên</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are trusted from now on.</source>
        <translation>
            <numerusform>Từ nay tin cậy thêm %n mục.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signatures that lead to it will not be trusted any more. Remove it?</source>
        <translation>Các chữ ký dẫn tới mục này sẽ không còn được tin cậy. Bỏ mục này?</translation>
    </message>
    <message>
        <source>Yes, &amp;remove</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Giữ lại</translation>
    </message>
    <message>
        <source>%1 is not trusted any more.</source>
        <translation>Không còn tin cậy %1.</translation>
    </message>
    <message>
        <source>The roots of the operating system are trusted from now on.</source>
        <translation>Từ nay tin cậy cả chứng thư gốc của hệ điều hành.</translation>
    </message>
    <message>
        <source>The roots of the operating system are not trusted any more.</source>
        <translation>Không còn tin cậy chứng thư gốc của hệ điều hành.</translation>
    </message>
</context>
<context>
    <name>ui::UndoBar</name>
    <message>
        <source>&amp;Undo · Ctrl+Z</source>
        <translation>&amp;Hoàn tác · Ctrl+Z</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>Đóng dòng này</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Việc vừa làm</translation>
    </message>
</context>
<context>
    <name>ui::UnitsPanel</name>
    <message>
        <source>What the units of the office are called, wherever they are shown.</source>
        <translation>Tên đơn vị được hiển thị thống nhất trong toàn cơ quan.</translation>
    </message>
    <message>
        <source>&amp;Save names · Ctrl+Enter</source>
        <translation>&amp;Lưu tên · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Đơn vị</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n person(s)</source>
        <translation>
            <numerusform>%1 · %n người</numerusform>
        </translation>
    </message>
    <message>
        <source>The directory names no unit of the office. Units are entered where its people are, at the exchange server.</source>
        <translation>Danh bạ chưa ghi đơn vị nào của cơ quan. Đơn vị được khai báo cùng với người dùng tại máy chủ trao đổi.</translation>
    </message>
</context>
<context>
    <name>ui::UpdatePanel</name>
    <message>
        <source>A new version goes to every office that has the document, beside the old one. Further receivers get it; those marked are asked to give it back.</source>
        <translation>Bản mới được gửi tới mọi nơi đang có văn bản, đặt bên cạnh bản cũ. Nơi nhận thêm sẽ được gửi; nơi được đánh dấu sẽ được đề nghị trả lại.</translation>
    </message>
    <message>
        <source>Send the &amp;update · Ctrl+Enter</source>
        <translation>Gửi bản &amp;cập nhật · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Lý do</translation>
    </message>
    <message>
        <source>Nothing changes yet: choose a new version or other receivers.</source>
        <translation>Chưa có gì thay đổi: hãy chọn bản mới hoặc nơi nhận khác.</translation>
    </message>
    <message>
        <source>Choose a PDF…</source>
        <translation>Chọn tệp PDF…</translation>
    </message>
    <message>
        <source>Keep the contents as they are</source>
        <translation>Giữ nguyên nội dung</translation>
    </message>
    <message>
        <source>New &amp;version, signed and sealed</source>
        <translation>&amp;Bản mới, đã ký và đóng dấu</translation>
    </message>
    <message>
        <source>New version, signed and sealed</source>
        <translation>Bản mới, đã ký và đóng dấu</translation>
    </message>
    <message>
        <source>&amp;Further receivers</source>
        <translation>Nơi nhận t&amp;hêm</translation>
    </message>
    <message>
        <source>Ask %1 to give it back</source>
        <translation>Đề nghị %1 trả lại</translation>
    </message>
    <message>
        <source>New version of the document</source>
        <translation>Bản mới của văn bản</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The contents stay as they are.</source>
        <translation>Nội dung giữ nguyên.</translation>
    </message>
    <message>
        <source>Write the reason; the other side will read it.</source>
        <translation>Hãy viết lý do; bên kia sẽ đọc được.</translation>
    </message>
</context>
<context>
    <name>ui::VerdictBar</name>
    <message>
        <source>&amp;Check now</source>
        <translation>Kiểm &amp;ngay</translation>
    </message>
    <message>
        <source>Deta&amp;ils</source>
        <translation>Ch&amp;i tiết</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Kết quả kiểm</translation>
    </message>
    <message>
        <source>As&amp;k for evidence</source>
        <translation>&amp;Hỏi bằng chứng</translation>
    </message>
</context>
<context>
    <name>ui::Verdicts</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 và %2</translation>
    </message>
    <message numerus="yes">
        <source>%n valid signature(s): %1.</source>
        <extracomment>%1 is the names of the signers</extracomment>
        <translation>
            <numerusform>%n chữ ký hợp lệ: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This document carries no digital signature.</source>
        <translation>Văn bản này không có chữ ký số.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read, so nothing can be said about its signatures.</source>
        <translation>Không đọc được tệp nên không kết luận được gì về chữ ký.</translation>
    </message>
    <message>
        <source>A signature on this document is not valid.</source>
        <translation>Có chữ ký không hợp lệ trên văn bản này.</translation>
    </message>
    <message>
        <source>The signatures can&apos;t be confirmed.</source>
        <translation>Chưa xác nhận được các chữ ký.</translation>
    </message>
    <message>
        <source>See page %1.</source>
        <translation>Xem trang %1.</translation>
    </message>
    <message>
        <source>Looked through before signing: no hidden layer, no script, nothing that can be switched.</source>
        <translation>Đã xem trước khi ký: không có lớp ẩn, tập lệnh hay nội dung có thể thay đổi.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to see before signing:</source>
        <translation>
            <numerusform>%n điểm cần xem trước khi ký:</numerusform>
        </translation>
    </message>
    <message>
        <source>A draft: only you see it until it is submitted.</source>
        <translation>Dự thảo: chỉ bạn thấy cho đến khi trình ký.</translation>
    </message>
    <message>
        <source>Given back: %1</source>
        <translation>Bị trả lại: %1</translation>
    </message>
    <message>
        <source>Submitted; waits for the signature of %1.</source>
        <translation>Đã trình; chờ chữ ký của %1.</translation>
    </message>
    <message>
        <source>Being looked through before signing…</source>
        <translation>Đang xem trước khi ký…</translation>
    </message>
    <message>
        <source>The signatures are being checked…</source>
        <translation>Đang kiểm chữ ký…</translation>
    </message>
    <message>
        <source>The signatures have not been checked yet.</source>
        <translation>Chữ ký chưa được kiểm.</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>hợp lệ</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>không hợp lệ</translation>
    </message>
    <message>
        <source>can&apos;t tell</source>
        <translation>chưa kết luận được</translation>
    </message>
    <message>
        <source>Signed content</source>
        <translation>Nội dung đã ký</translation>
    </message>
    <message>
        <source>Changes afterwards</source>
        <translation>Thay đổi sau khi ký</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Chứng thư</translation>
    </message>
    <message>
        <source>Proof of time</source>
        <translation>Chứng cứ thời điểm</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Thuật toán</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>an unknown signer</source>
        <translation>người ký không rõ</translation>
    </message>
    <message>
        <source>After the signature only number, date and seal were added.</source>
        <translation>Sau chữ ký chỉ thêm số, ngày và dấu.</translation>
    </message>
    <message>
        <source>After the signature only number and date were added.</source>
        <translation>Sau chữ ký chỉ thêm số và ngày.</translation>
    </message>
    <message>
        <source>After the first signature only signatures were added.</source>
        <translation>Sau chữ ký đầu chỉ thêm chữ ký.</translation>
    </message>
    <message>
        <source>Only evidence was added afterwards.</source>
        <translation>Sau đó chỉ bổ sung chứng cứ.</translation>
    </message>
    <message>
        <source>Nothing was changed afterwards.</source>
        <translation>Sau khi ký không có thay đổi nào.</translation>
    </message>
    <message>
        <source>Waiting for a time stamp</source>
        <translation>Chờ bổ sung dấu thời gian</translation>
    </message>
    <message>
        <source>Waiting for revocation data</source>
        <translation>Chờ bổ sung trạng thái chứng thư</translation>
    </message>
    <message>
        <source>It comes to the leader when it has been initialled.</source>
        <translation>Văn bản sẽ chuyển tới lãnh đạo sau khi được ký nháy.</translation>
    </message>
    <message>
        <source>Withdrawn by its sender: frozen, kept with its trace. %1</source>
        <translation>Bên gửi đã thu hồi: văn bản được đóng băng, lưu cùng dấu vết. %1</translation>
    </message>
    <message>
        <source>Taken back from every receiver.</source>
        <translation>Đã thu hồi từ mọi nơi nhận.</translation>
    </message>
    <message>
        <source>Its sender asks to have it back: %1 Work on it rests until this is answered.</source>
        <translation>Bên gửi đề nghị thu hồi: %1 Việc xử lý tạm dừng cho đến khi trả lời.</translation>
    </message>
    <message>
        <source>A new version took its place; see Links. %1</source>
        <translation>Đã có bản cập nhật thay thế; xem mục Liên kết. %1</translation>
    </message>
    <message>
        <source>Replaced by another document; see Links. %1</source>
        <translation>Đã bị thay thế bởi văn bản khác; xem mục Liên kết. %1</translation>
    </message>
    <message>
        <source>Asked back; the trail shows who has answered.</source>
        <translation>Đã đề nghị thu hồi; mục Theo dõi cho biết nơi nào đã trả lời.</translation>
    </message>
    <message>
        <source>A paper document: there is no digital signature to check.</source>
        <translation>Văn bản giấy – không có chữ ký số để kiểm tra.</translation>
    </message>
    <message>
        <source>An envelope for %1 by name, not opened. Nobody else sees it but the clerk.</source>
        <translation>Bì gửi đích danh %1, chưa bóc. Ngoài văn thư, không ai khác thấy.</translation>
    </message>
    <message>
        <source>A task that %1 gave at a meeting: there is no document to check.</source>
        <translation>Nhiệm vụ do %1 giao tại cuộc họp: không có văn bản để kiểm tra.</translation>
    </message>
    <message>
        <source>Its number was made void: closed, kept with its trace. %1</source>
        <translation>Số của văn bản đã bị hủy: đã kết thúc, được giữ lại cùng vết xử lý. %1</translation>
    </message>
</context>
<context>
    <name>ui::Work</name>
    <message>
        <source>directs</source>
        <translation>chỉ đạo</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>chủ trì</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>phối hợp</translation>
    </message>
    <message>
        <source>is told</source>
        <translation>để biết</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>chưa bắt đầu</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>đang xử lý</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>đã trả lại</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>đã chuyển</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Xử lý</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>hạn %1</translation>
    </message>
    <message>
        <source>Asks for time until %1</source>
        <translation>Xin gia hạn đến %1</translation>
    </message>
    <message>
        <source>%1 for the unit %2</source>
        <translation>%1 thay mặt đơn vị %2</translation>
    </message>
    <message>
        <source>%1 in place of %2 (by delegation)</source>
        <translation>%1 thay %2 (thừa ủy quyền)</translation>
    </message>
</context>
<context>
    <name>ui::WorkCard</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Bỏ qua</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Work under way</source>
        <translation>Việc đang chạy</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
</context>
<context>
    <name>ui::WorkChart</name>
    <message>
        <source>Chart of the rows</source>
        <translation>Biểu đồ các dòng</translation>
    </message>
</context>
</TS>
