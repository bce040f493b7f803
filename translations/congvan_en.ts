<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ui::AcceptPanel</name>
    <message>
        <source>Registers the document in the incoming book. Expected number: %1.</source>
        <translation>Registers the document in the incoming book. Expected number: %1.</translation>
    </message>
    <message>
        <source>Registers the document in the incoming book; the number is drawn from the server.</source>
        <translation>Registers the document in the incoming book; the number is drawn from the server.</translation>
    </message>
    <message>
        <source>&amp;Accept · Ctrl+Enter</source>
        <translation>&amp;Accept · Ctrl+Enter</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Day of a&amp;rrival</source>
        <translation>Day of a&amp;rrival</translation>
    </message>
    <message>
        <source>Answer &amp;by</source>
        <translation>Answer &amp;by</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ote</translation>
    </message>
    <message>
        <source>Accept although the verdict is not &quot;valid&quot;</source>
        <translation>Accept although the verdict is not &quot;valid&quot;</translation>
    </message>
    <message>
        <source>Accept although the signatures have not been checked</source>
        <translation>Accept although the signatures have not been checked</translation>
    </message>
    <message>
        <source>This day lies before the arrival.</source>
        <translation>This day lies before the arrival.</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Write the day as dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>Accept although it seems to have come before, as %1</source>
        <translation>Accept although it seems to have come before, as %1</translation>
    </message>
    <message>
        <source>Registers it in the book of its kind (%1), not among official documents. Expected number: %2.</source>
        <translation>Registers it in the book of its kind (%1), not among official documents. Expected number: %2.</translation>
    </message>
    <message>
        <source>Registers it in the book of its kind (%1), not among official documents.</source>
        <translation>Registers it in the book of its kind (%1), not among official documents.</translation>
    </message>
</context>
<context>
    <name>ui::ActionFlow</name>
    <message>
        <source>Registering…</source>
        <translation>Registering…</translation>
    </message>
    <message>
        <source>Accepted with number %1 in the incoming book.</source>
        <translation>Accepted with number %1 in the incoming book.</translation>
    </message>
    <message>
        <source>Returns the document to its sender, who will read the reason.</source>
        <translation>Returns the document to its sender, who will read the reason.</translation>
    </message>
    <message>
        <source>&amp;Return to sender · Ctrl+Enter</source>
        <translation>&amp;Return to sender · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Returned to the sender.</source>
        <translation>Returned to the sender.</translation>
    </message>
    <message>
        <source>Gives the document back to its drafter, who will read the reason.</source>
        <translation>Gives the document back to its drafter, who will read the reason.</translation>
    </message>
    <message>
        <source>Give &amp;back · Ctrl+Enter</source>
        <translation>Give &amp;back · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Given back to the drafter.</source>
        <translation>Given back to the drafter.</translation>
    </message>
    <message>
        <source>Drawing the number…</source>
        <translation>Drawing the number…</translation>
    </message>
    <message>
        <source>Number %1 was drawn.</source>
        <translation>Number %1 was drawn.</translation>
    </message>
    <message>
        <source>Sealing…</source>
        <translation>Sealing…</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Signing…</translation>
    </message>
    <message>
        <source>Sealed by %1.</source>
        <translation>Sealed by %1.</translation>
    </message>
    <message>
        <source>Signed by %1.</source>
        <translation>Signed by %1.</translation>
    </message>
    <message>
        <source>Packing…</source>
        <translation>Packing…</translation>
    </message>
    <message numerus="yes">
        <source>Packed for %n office(s); the trail shows when it is there.</source>
        <translation>
            <numerusform>Packed for %n office; the trail shows when it is there.</numerusform>
            <numerusform>Packed for %n offices; the trail shows when it is there.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lays the document out and puts it before the leader. It can&apos;t be edited while it is there.</source>
        <translation>Lays the document out and puts it before the leader. It can&apos;t be edited while it is there.</translation>
    </message>
    <message>
        <source>Su&amp;bmit · Ctrl+Enter</source>
        <translation>Su&amp;bmit · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Who signs</source>
        <translation>&amp;Who signs</translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation>Submitting…</translation>
    </message>
    <message>
        <source>Submitted for signature.</source>
        <translation>Submitted for signature.</translation>
    </message>
    <message>
        <source>Deletes this draft for good. Nobody else has a copy.</source>
        <translation>Deletes this draft for good. Nobody else has a copy.</translation>
    </message>
    <message>
        <source>De&amp;lete draft</source>
        <translation>De&amp;lete draft</translation>
    </message>
    <message>
        <source>The draft was deleted.</source>
        <translation>The draft was deleted.</translation>
    </message>
    <message>
        <source>Files the document into a dossier, or into a new one.</source>
        <translation>Files the document into a dossier, or into a new one.</translation>
    </message>
    <message>
        <source>&amp;File · Ctrl+Enter</source>
        <translation>&amp;File · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Dossier</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Or the title of a &amp;new one</source>
        <translation>Or the title of a &amp;new one</translation>
    </message>
    <message>
        <source>Filed into the dossier.</source>
        <translation>Filed into the dossier.</translation>
    </message>
    <message>
        <source>The signatures were checked.</source>
        <translation>The signatures were checked.</translation>
    </message>
    <message>
        <source>The seal is remembered; documents to come are compared with it.</source>
        <translation>The seal is remembered; documents to come are compared with it.</translation>
    </message>
    <message>
        <source>Now at %1; %2 follows when its evidence is here.</source>
        <translation>Now at %1; %2 follows when its evidence is here.</translation>
    </message>
    <message>
        <source>Initialling…</source>
        <translation>Initialling…</translation>
    </message>
    <message>
        <source>Initialled; the document goes to the leader.</source>
        <translation>Initialled; the document goes to the leader.</translation>
    </message>
    <message>
        <source>Ends the work on this document without an answer; its sender is told.</source>
        <translation>Ends the work on this document without an answer; its sender is told.</translation>
    </message>
    <message>
        <source>Fi&amp;nish · Ctrl+Enter</source>
        <translation>Fi&amp;nish · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Finished.</translation>
    </message>
    <message>
        <source>What has not gone out is taken back at once. Offices that have the document are asked to give it back; they read the reason and may refuse.</source>
        <translation>What has not gone out is taken back at once. Offices that have the document are asked to give it back; they read the reason and may refuse.</translation>
    </message>
    <message>
        <source>Ta&amp;ke back · Ctrl+Enter</source>
        <translation>Ta&amp;ke back · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Taken back before it went out.</source>
        <translation>Taken back before it went out.</translation>
    </message>
    <message numerus="yes">
        <source>%n office(s) will be asked to give it back; the trail shows the answers.</source>
        <translation>
            <numerusform>%n office will be asked to give it back; the trail shows the answer.</numerusform>
            <numerusform>%n offices will be asked to give it back; the trail shows the answers.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Give it back · Ctrl+Enter</source>
        <translation>&amp;Give it back · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Take it · Ctrl+Enter</source>
        <translation>&amp;Take it · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Given back; the document is frozen.</source>
        <translation>Given back; the document is frozen.</translation>
    </message>
    <message>
        <source>The new version was taken.</source>
        <translation>The new version was taken.</translation>
    </message>
    <message>
        <source>Nothing changes here; the sender reads the reason (status 16).</source>
        <translation>Nothing changes here; the sender reads the reason (status 16).</translation>
    </message>
    <message>
        <source>Re&amp;fuse · Ctrl+Enter</source>
        <translation>Re&amp;fuse · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Refused; its sender is told why.</source>
        <translation>Refused; its sender is told why.</translation>
    </message>
    <message>
        <source>The packet is signed.</source>
        <translation>The packet is signed.</translation>
    </message>
    <message>
        <source>The packet is over 20 MB and goes unsigned; the document keeps its signatures.</source>
        <translation>The packet is over 20 MB and goes unsigned; the document keeps its signatures.</translation>
    </message>
    <message>
        <source>The update waits to go out; the trail shows who has it.</source>
        <translation>The update waits to go out; the trail shows who has it.</translation>
    </message>
    <message>
        <source>Puts the document before the one who says who deals with it.</source>
        <translation>Puts the document before the one who says who deals with it.</translation>
    </message>
    <message>
        <source>&amp;Present · Ctrl+Enter</source>
        <translation>&amp;Present · Ctrl+Enter</translation>
    </message>
    <message>
        <source>To &amp;whom</source>
        <translation>To &amp;whom</translation>
    </message>
    <message>
        <source>Presented; the directive comes back to this desk.</source>
        <translation>Presented; the directive comes back to this desk.</translation>
    </message>
    <message>
        <source>Directed; everybody named gets it on their desk.</source>
        <translation>Directed; everybody named gets it on their desk.</translation>
    </message>
    <message>
        <source>Gives your part of the work back to whoever gave it; they read why.</source>
        <translation>Gives your part of the work back to whoever gave it; they read why.</translation>
    </message>
    <message>
        <source>Given back.</source>
        <translation>Given back.</translation>
    </message>
    <message>
        <source>Asked; the day that holds stays until it is answered.</source>
        <translation>Asked; the day that holds stays until it is answered.</translation>
    </message>
    <message>
        <source>%1 asks for time until %2: “%3”</source>
        <translation>%1 asks for time until %2: “%3”</translation>
    </message>
    <message>
        <source>&amp;Grant · Ctrl+Enter</source>
        <translation>&amp;Grant · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Granted; the new day holds from now on.</source>
        <translation>Granted; the new day holds from now on.</translation>
    </message>
    <message>
        <source>The day that holds stays; %1 reads why.</source>
        <translation>The day that holds stays; %1 reads why.</translation>
    </message>
    <message>
        <source>Refused; whoever asked reads why.</source>
        <translation>Refused; whoever asked reads why.</translation>
    </message>
    <message>
        <source>The comment was added; everybody who takes part reads it.</source>
        <translation>The comment was added; everybody who takes part reads it.</translation>
    </message>
</context>
<context>
    <name>ui::ActionPanel</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
</context>
<context>
    <name>ui::Actions</name>
    <message>
        <source>&amp;Accept · number %1</source>
        <translation>&amp;Accept · number %1</translation>
    </message>
    <message>
        <source>&amp;Accept…</source>
        <translation>&amp;Accept…</translation>
    </message>
    <message>
        <source>&amp;Sign · Ctrl+Enter</source>
        <translation>&amp;Sign · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Give &amp;number · %1</source>
        <translation>Give &amp;number · %1</translation>
    </message>
    <message>
        <source>Give &amp;number…</source>
        <translation>Give &amp;number…</translation>
    </message>
    <message>
        <source>S&amp;eal · Ctrl+Enter</source>
        <translation>S&amp;eal · Ctrl+Enter</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send to %n office(s)</source>
        <translation>
            <numerusform>&amp;Send to %n office</numerusform>
            <numerusform>&amp;Send to %n offices</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Send…</source>
        <translation>&amp;Send…</translation>
    </message>
    <message>
        <source>Su&amp;bmit for signature…</source>
        <translation>Su&amp;bmit for signature…</translation>
    </message>
    <message>
        <source>Su&amp;bmit to %1</source>
        <translation>Su&amp;bmit to %1</translation>
    </message>
    <message>
        <source>Write an &amp;answer</source>
        <translation>Write an &amp;answer</translation>
    </message>
    <message>
        <source>E&amp;dit</source>
        <translation>E&amp;dit</translation>
    </message>
    <message>
        <source>&amp;File into a dossier…</source>
        <translation>&amp;File into a dossier…</translation>
    </message>
    <message>
        <source>&amp;Return to sender…</source>
        <translation>&amp;Return to sender…</translation>
    </message>
    <message>
        <source>Give &amp;back…</source>
        <translation>Give &amp;back…</translation>
    </message>
    <message>
        <source>Delete draft…</source>
        <translation>Delete draft…</translation>
    </message>
    <message>
        <source>no. in %1</source>
        <translation>no. in %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>&amp;Initial · Ctrl+Enter</source>
        <translation>&amp;Initial · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Take the new version…</source>
        <translation>&amp;Take the new version…</translation>
    </message>
    <message>
        <source>&amp;Agree to give it back…</source>
        <translation>&amp;Agree to give it back…</translation>
    </message>
    <message>
        <source>Re&amp;fuse…</source>
        <translation>Re&amp;fuse…</translation>
    </message>
    <message>
        <source>Fi&amp;nish…</source>
        <translation>Fi&amp;nish…</translation>
    </message>
    <message>
        <source>Ta&amp;ke back…</source>
        <translation>Ta&amp;ke back…</translation>
    </message>
    <message>
        <source>The document is frozen here and its sender is told so (status 15).</source>
        <translation>The document is frozen here and its sender is told so (status 15).</translation>
    </message>
    <message>
        <source>The new version takes the place of the earlier one, which is kept (status 15).</source>
        <translation>The new version takes the place of the earlier one, which is kept (status 15).</translation>
    </message>
    <message>
        <source>Line %1 of the incoming book stays.</source>
        <translation>Line %1 of the incoming book stays.</translation>
    </message>
    <message>
        <source>It takes over number %1 of the incoming book.</source>
        <translation>It takes over number %1 of the incoming book.</translation>
    </message>
    <message>
        <source>Somebody was given it to deal with; that work ends.</source>
        <translation>Somebody was given it to deal with; that work ends.</translation>
    </message>
    <message>
        <source>It was answered by %1, which stays.</source>
        <translation>It was answered by %1, which stays.</translation>
    </message>
    <message numerus="yes">
        <source>It stays in %n dossier(s).</source>
        <translation>
            <numerusform>It stays in %n dossier.</numerusform>
            <numerusform>It stays in %n dossiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring &amp;up to date…</source>
        <translation>Bring &amp;up to date…</translation>
    </message>
    <message>
        <source>Re&amp;place…</source>
        <translation>Re&amp;place…</translation>
    </message>
    <message>
        <source>&amp;Present to a leader…</source>
        <translation>&amp;Present to a leader…</translation>
    </message>
    <message>
        <source>&amp;Direct…</source>
        <translation>&amp;Direct…</translation>
    </message>
    <message>
        <source>&amp;Direct anew…</source>
        <translation>&amp;Direct anew…</translation>
    </message>
    <message>
        <source>Give the &amp;work back…</source>
        <translation>Give the &amp;work back…</translation>
    </message>
    <message>
        <source>&amp;Grant until %1…</source>
        <translation>&amp;Grant until %1…</translation>
    </message>
    <message>
        <source>Re&amp;fuse more time…</source>
        <translation>Re&amp;fuse more time…</translation>
    </message>
    <message>
        <source>Ask for more &amp;time…</source>
        <translation>Ask for more &amp;time…</translation>
    </message>
    <message>
        <source>&amp;Comment…</source>
        <translation>&amp;Comment…</translation>
    </message>
    <message>
        <source>Correct the &amp;entry…</source>
        <translation>Correct the &amp;entry…</translation>
    </message>
    <message>
        <source>&amp;Accept · no. %1</source>
        <translation>&amp;Accept · no. %1</translation>
    </message>
    <message>
        <source>&amp;Deal with it myself…</source>
        <translation>&amp;Deal with it myself…</translation>
    </message>
    <message>
        <source>Return to be registered &amp;openly…</source>
        <translation>Return to be registered &amp;openly…</translation>
    </message>
</context>
<context>
    <name>ui::AgendaFields</name>
    <message>
        <source>Add a document by number or words…</source>
        <translation>Add a document by number or words…</translation>
    </message>
    <message>
        <source>Add a document of this desk</source>
        <translation>Add a document of this desk</translation>
    </message>
    <message>
        <source>Documents found</source>
        <translation>Documents found</translation>
    </message>
    <message>
        <source>No document is found by these words.</source>
        <translation>No document is found by these words.</translation>
    </message>
    <message>
        <source>Take awa&amp;y</source>
        <translation>Take awa&amp;y</translation>
    </message>
    <message>
        <source>one item on a line: title | who presents | minutes</source>
        <translation>one item on a line: title | who presents | minutes</translation>
    </message>
    <message>
        <source>Agen&amp;da</source>
        <translation>Agen&amp;da</translation>
    </message>
    <message>
        <source>They go with the item in whose line the cursor is.</source>
        <translation>They go with the item in whose line the cursor is.</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Add &amp;files…</translation>
    </message>
    <message>
        <source>D&amp;ocuments</source>
        <translation>D&amp;ocuments</translation>
    </message>
    <message>
        <source>Documents of the meeting</source>
        <translation>Documents of the meeting</translation>
    </message>
    <message>
        <source>Documents go with an item.</source>
        <translation>Documents go with an item.</translation>
    </message>
</context>
<context>
    <name>ui::AskOpinionPanel</name>
    <message>
        <source>Goes to those who are chosen and to nobody else; each answers to whoever asks alone.</source>
        <translation>Goes to those who are chosen and to nobody else; each answers to whoever asks alone.</translation>
    </message>
    <message>
        <source>&amp;Ask · Ctrl+Enter</source>
        <translation>&amp;Ask · Ctrl+Enter</translation>
    </message>
    <message>
        <source>C&amp;hoose all</source>
        <translation>C&amp;hoose all</translation>
    </message>
    <message>
        <source>Take awa&amp;y</source>
        <translation>Take awa&amp;y</translation>
    </message>
    <message>
        <source>in a line, such as: draft rules of work</source>
        <translation>in a line, such as: draft rules of work</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>&amp;What about</source>
        <translation>&amp;What about</translation>
    </message>
    <message>
        <source>Answer &amp;by</source>
        <translation>Answer &amp;by</translation>
    </message>
    <message>
        <source>&amp;Question in full</source>
        <translation>&amp;Question in full</translation>
    </message>
    <message>
        <source>In the &amp;name of</source>
        <translation>In the &amp;name of</translation>
    </message>
    <message>
        <source>Who is as&amp;ked</source>
        <translation>Who is as&amp;ked</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Add &amp;files…</translation>
    </message>
    <message>
        <source>What li&amp;es beside it</source>
        <translation>What li&amp;es beside it</translation>
    </message>
    <message>
        <source>What lies beside the question</source>
        <translation>What lies beside the question</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen; the space bar chooses</source>
        <translation>
            <numerusform>%n chosen; the space bar chooses</numerusform>
            <numerusform>%n chosen; the space bar chooses</numerusform>
        </translation>
    </message>
    <message>
        <source>C&amp;hoose none</source>
        <translation>C&amp;hoose none</translation>
    </message>
    <message>
        <source>Say what it is about.</source>
        <translation>Say what it is about.</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Write the day as dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>This day has passed.</source>
        <translation>This day has passed.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose somebody.</source>
        <translation>Choose somebody.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n file(s).</source>
        <translation>
            <numerusform>At most %n file.</numerusform>
            <numerusform>At most %n files.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers are to be si&amp;gned</source>
        <translation>Answers are to be si&amp;gned</translation>
    </message>
    <message>
        <source>Other o&amp;ffices</source>
        <translation>Other o&amp;ffices</translation>
    </message>
    <message>
        <source>They are asked by a document of ours and answer by one of theirs.</source>
        <translation>They are asked by a document of ours and answer by one of theirs.</translation>
    </message>
</context>
<context>
    <name>ui::BookModel</name>
    <message>
        <source>Voided: %1</source>
        <translation>Voided: %1</translation>
    </message>
    <message>
        <source>Out of order, not counted: %1</source>
        <translation>Out of order, not counted: %1</translation>
    </message>
    <message>
        <source>No. in</source>
        <translation>No. in</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>Drawn by</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Their number</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>%1 (on paper)</source>
        <translation>%1 (on paper)</translation>
    </message>
</context>
<context>
    <name>ui::BookPage</name>
    <message>
        <source>&amp;Incoming book</source>
        <translation>&amp;Incoming book</translation>
    </message>
    <message>
        <source>&amp;Outgoing books</source>
        <translation>&amp;Outgoing books</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entries</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Export a register…</source>
        <translation>&amp;Export a register…</translation>
    </message>
    <message>
        <source>Save the register to a file</source>
        <translation>Save the register to a file</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Writing…</translation>
    </message>
    <message numerus="yes">
        <source>The register was saved, %n line(s): %1</source>
        <translation>
            <numerusform>The register was saved, %n line: %1</numerusform>
            <numerusform>The register was saved, %n lines: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Other &amp;kinds</source>
        <translation>Other &amp;kinds</translation>
    </message>
    <message>
        <source>Book of %1 %2</source>
        <translation>Book of %1 %2</translation>
    </message>
    <message>
        <source>Incoming book %1</source>
        <translation>Incoming book %1</translation>
    </message>
    <message>
        <source>Outgoing book %1, official letters</source>
        <translation>Outgoing book %1, official letters</translation>
    </message>
    <message>
        <source>Outgoing book %1, named kinds</source>
        <translation>Outgoing book %1, named kinds</translation>
    </message>
    <message>
        <source>Make &amp;void…</source>
        <translation>Make &amp;void…</translation>
    </message>
    <message>
        <source>&amp;Close the book…</source>
        <translation>&amp;Close the book…</translation>
    </message>
    <message>
        <source>&amp;Secret books</source>
        <translation>&amp;Secret books</translation>
    </message>
    <message>
        <source>Closed books</source>
        <translation>Closed books</translation>
    </message>
    <message>
        <source>%1 was closed on %2 with number %3: %4</source>
        <translation>%1 was closed on %2 with number %3: %4</translation>
    </message>
    <message>
        <source>Makes number %1 void. It stays taken, its line says why, and its document is not sent any more.</source>
        <translation>Makes number %1 void. It stays taken, its line says why, and its document is not sent any more.</translation>
    </message>
    <message>
        <source>Make &amp;void · Ctrl+Enter</source>
        <translation>Make &amp;void · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Write the reason; it stays in the book.</source>
        <translation>Write the reason; it stays in the book.</translation>
    </message>
    <message>
        <source>Number %1 is void.</source>
        <translation>Number %1 is void.</translation>
    </message>
    <message>
        <source>Closes the book for good: %1, with number %2 as the last one. Nothing can be entered in it any more.</source>
        <translation>Closes the book for good: %1, with number %2 as the last one. Nothing can be entered in it any more.</translation>
    </message>
    <message>
        <source>&amp;Close the book · Ctrl+Enter</source>
        <translation>&amp;Close the book · Ctrl+Enter</translation>
    </message>
    <message>
        <source>The book was closed: %1</source>
        <translation>The book was closed: %1</translation>
    </message>
</context>
<context>
    <name>ui::ChoicePanel</name>
    <message>
        <source>Choose one first.</source>
        <translation>Choose one first.</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>What do you want to do?</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Find a command</translation>
    </message>
</context>
<context>
    <name>ui::CommentPanel</name>
    <message>
        <source>Everybody who takes part in the document reads it; the sender does not.</source>
        <translation>Everybody who takes part in the document reads it; the sender does not.</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Comment</translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation>Choose somebody</translation>
    </message>
    <message>
        <source>&amp;Name somebody</source>
        <translation>&amp;Name somebody</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Add comment · Ctrl+Enter</source>
        <translation>&amp;Add comment · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Write a comment first.</source>
        <translation>Write a comment first.</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Add &amp;files…</translation>
    </message>
    <message>
        <source>Without files</source>
        <translation>Without files</translation>
    </message>
    <message>
        <source>Files that go with the comment</source>
        <translation>Files that go with the comment</translation>
    </message>
    <message numerus="yes">
        <source>At most %n file(s).</source>
        <translation>
            <numerusform>At most %n file.</numerusform>
            <numerusform>At most %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Comments</name>
    <message>
        <source>Names</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>waits for the server</translation>
    </message>
    <message>
        <source>a comment names you</source>
        <translation>a comment names you</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message>
        <source>No comments yet.</source>
        <translation>No comments yet.</translation>
    </message>
    <message>
        <source>Withdrawn by its author, %1</source>
        <translation>Withdrawn by its author, %1</translation>
    </message>
</context>
<context>
    <name>ui::ComparePane</name>
    <message>
        <source>P&amp;revious change</source>
        <translation>P&amp;revious change</translation>
    </message>
    <message>
        <source>&amp;Next change</source>
        <translation>&amp;Next change</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>Pages as signed</source>
        <translation>Pages as signed</translation>
    </message>
    <message>
        <source>Pages as they are now</source>
        <translation>Pages as they are now</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>Close the comparison</translation>
    </message>
    <message>
        <source>What %1 signed, beside the file as it is</source>
        <translation>What %1 signed, beside the file as it is</translation>
    </message>
    <message>
        <source>The pages are being compared…</source>
        <translation>The pages are being compared…</translation>
    </message>
    <message>
        <source>As signed · the first %1</source>
        <translation>As signed · the first %1</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>As it is now</translation>
    </message>
    <message>
        <source>As it is now · %1</source>
        <translation>As it is now · %1</translation>
    </message>
    <message>
        <source>The first %1 pages look the same; the others were not compared.</source>
        <translation>The first %1 pages look the same; the others were not compared.</translation>
    </message>
    <message>
        <source>The pages look the same. What can&apos;t be seen is told under Signatures.</source>
        <translation>The pages look the same. What can&apos;t be seen is told under Signatures.</translation>
    </message>
    <message numerus="yes">
        <source>%n changed place(s).</source>
        <translation>
            <numerusform>%n changed place.</numerusform>
            <numerusform>%n changed places.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every change is explained: a later signature, evidence, or a field that could be filled.</source>
        <translation>Every change is explained: a later signature, evidence, or a field that could be filled.</translation>
    </message>
    <message>
        <source>Not every change is explained: do not rely on what was changed.</source>
        <translation>Not every change is explained: do not rely on what was changed.</translation>
    </message>
    <message>
        <source>Only the first %1 pages were compared.</source>
        <translation>Only the first %1 pages were compared.</translation>
    </message>
    <message>
        <source>This page is gone</source>
        <translation>This page is gone</translation>
    </message>
    <message>
        <source>This page was not there when it was signed</source>
        <translation>This page was not there when it was signed</translation>
    </message>
    <message>
        <source>Looks otherwise since it was signed</source>
        <translation>Looks otherwise since it was signed</translation>
    </message>
</context>
<context>
    <name>ui::ConclusionPanel</name>
    <message>
        <source>Unit: %1</source>
        <translation>Unit: %1</translation>
    </message>
    <message>
        <source>Ends the meeting for all invited. Each task becomes work with a deadline, on the desk of whoever leads it.</source>
        <translation>Ends the meeting for all invited. Each task becomes work with a deadline, on the desk of whoever leads it.</translation>
    </message>
    <message>
        <source>Goes to the chair, who alone concludes the meeting.</source>
        <translation>Goes to the chair, who alone concludes the meeting.</translation>
    </message>
    <message>
        <source>&amp;Conclude · Ctrl+Enter</source>
        <translation>&amp;Conclude · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Propose · Ctrl+Enter</source>
        <translation>&amp;Propose · Ctrl+Enter</translation>
    </message>
    <message>
        <source>The meeting as a whole</source>
        <translation>The meeting as a whole</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>&amp;Add task</source>
        <translation>&amp;Add task</translation>
    </message>
    <message>
        <source>Take awa&amp;y</source>
        <translation>Take awa&amp;y</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Task</translation>
    </message>
    <message>
        <source>&amp;Done by</source>
        <translation>&amp;Done by</translation>
    </message>
    <message>
        <source>&amp;Leads</source>
        <translation>&amp;Leads</translation>
    </message>
    <message>
        <source>&amp;Supports</source>
        <translation>&amp;Supports</translation>
    </message>
    <message>
        <source>Tas&amp;ks</source>
        <translation>Tas&amp;ks</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>Say what is to be done.</translation>
    </message>
    <message>
        <source>Write a day to come.</source>
        <translation>Write a day to come.</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>&amp;Item</translation>
    </message>
    <message>
        <source>C&amp;onclusion</source>
        <translation>C&amp;onclusion</translation>
    </message>
</context>
<context>
    <name>ui::CopyBar</name>
    <message>
        <source>&amp;Original</source>
        <translation>&amp;Original</translation>
    </message>
    <message>
        <source>Copy with arrival sta&amp;mp</source>
        <translation>Copy with arrival sta&amp;mp</translation>
    </message>
    <message>
        <source>Sa&amp;ve to a file…</source>
        <translation>Sa&amp;ve to a file…</translation>
    </message>
    <message>
        <source>Which copy is shown</source>
        <translation>Which copy is shown</translation>
    </message>
    <message>
        <source>The copy is being made…</source>
        <translation>The copy is being made…</translation>
    </message>
    <message>
        <source>Working copy: the original proves the signatures.</source>
        <translation>Working copy: the original proves the signatures.</translation>
    </message>
</context>
<context>
    <name>ui::DelegationPanel</name>
    <message>
        <source>While you are away, what you have to direct or to lead stands on the other&apos;s desk, too, and is done in your place. Signing is not delegated by this.</source>
        <translation>While you are away, what you have to direct or to lead stands on the other&apos;s desk, too, and is done in your place. Signing is not delegated by this.</translation>
    </message>
    <message>
        <source>&amp;Be away · Ctrl+Enter</source>
        <translation>&amp;Be away · Ctrl+Enter</translation>
    </message>
    <message>
        <source>for the office, such as: on a business trip</source>
        <translation>for the office, such as: on a business trip</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>&amp;Who stands in</source>
        <translation>&amp;Who stands in</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;First day</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Last day</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Nobody stands in</source>
        <translation>Nobody stands in</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Write the day as dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>This day has passed.</source>
        <translation>This day has passed.</translation>
    </message>
    <message>
        <source>Lies before the first day.</source>
        <translation>Lies before the first day.</translation>
    </message>
</context>
<context>
    <name>ui::Details</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Above it</source>
        <translation>Above it</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Answer wanted by</source>
        <translation>Answer wanted by</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>Receivers</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Number in the incoming book</source>
        <translation>Number in the incoming book</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Odd in the packet</source>
        <translation>Odd in the packet</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Certificate from</source>
        <translation>Certificate from</translation>
    </message>
    <message>
        <source>Certificate valid</source>
        <translation>Certificate valid</translation>
    </message>
    <message>
        <source>Time proven</source>
        <translation>Time proven</translation>
    </message>
    <message>
        <source>The file as a whole</source>
        <translation>The file as a whole</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Packet from</source>
        <translation>Packet from</translation>
    </message>
    <message>
        <source>Seal of</source>
        <translation>Seal of</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>came late</source>
        <translation>came late</translation>
    </message>
    <message>
        <source>Answers %1</source>
        <translation>Answers %1</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Answered by %1</translation>
    </message>
    <message>
        <source>Closed dossier</source>
        <translation>Closed dossier</translation>
    </message>
    <message>
        <source>Open dossier</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Submitted for signature</source>
        <translation>Submitted for signature</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>Number drawn</source>
        <translation>Number drawn</translation>
    </message>
    <message>
        <source>Number given</source>
        <translation>Number given</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Registered in the incoming book</source>
        <translation>Registered in the incoming book</translation>
    </message>
    <message>
        <source>Returned to sender</source>
        <translation>Returned to sender</translation>
    </message>
    <message>
        <source>Number voided</source>
        <translation>Number voided</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>Filed into a dossier</source>
        <translation>Filed into a dossier</translation>
    </message>
    <message>
        <source>Seal vouched for</source>
        <translation>Seal vouched for</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>waits for the server</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>Trail</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>There is no signature to show yet.</source>
        <translation>There is no signature to show yet.</translation>
    </message>
    <message>
        <source>The trail begins when the document is sent.</source>
        <translation>The trail begins when the document is sent.</translation>
    </message>
    <message>
        <source>No other document is linked with this one.</source>
        <translation>No other document is linked with this one.</translation>
    </message>
    <message>
        <source>Nothing has been done with this document yet.</source>
        <translation>Nothing has been done with this document yet.</translation>
    </message>
    <message>
        <source>Revisions of the file</source>
        <translation>Revisions of the file</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Signer&apos;s clock</source>
        <translation>Signer&apos;s clock</translation>
    </message>
    <message>
        <source>Level now</source>
        <translation>Level now</translation>
    </message>
    <message>
        <source>Wanted level</source>
        <translation>Wanted level</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Attempts</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Next attempt</translation>
    </message>
    <message>
        <source>only when you ask</source>
        <translation>only when you ask</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>at once</translation>
    </message>
    <message>
        <source>Archive copy with evidence</source>
        <translation>Archive copy with evidence</translation>
    </message>
    <message>
        <source>Kept beside the document, which stays as it was sent or received.</source>
        <translation>Kept beside the document, which stays as it was sent or received.</translation>
    </message>
    <message>
        <source>Evidence added to the signatures</source>
        <translation>Evidence added to the signatures</translation>
    </message>
    <message>
        <source>Initialled</source>
        <translation>Initialled</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>Replaces %1</source>
        <translation>Replaces %1</translation>
    </message>
    <message>
        <source>Replaced by %1</source>
        <translation>Replaced by %1</translation>
    </message>
    <message>
        <source>New version of %1</source>
        <translation>New version of %1</translation>
    </message>
    <message>
        <source>Has a new version, %1</source>
        <translation>Has a new version, %1</translation>
    </message>
    <message>
        <source>Given to somebody to deal with</source>
        <translation>Given to somebody to deal with</translation>
    </message>
    <message>
        <source>Work goes on</source>
        <translation>Work goes on</translation>
    </message>
    <message>
        <source>Work ended</source>
        <translation>Work ended</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>Agreed to what the sender asked</source>
        <translation>Agreed to what the sender asked</translation>
    </message>
    <message>
        <source>Refused what the sender asked</source>
        <translation>Refused what the sender asked</translation>
    </message>
    <message>
        <source>Sent again, brought up to date</source>
        <translation>Sent again, brought up to date</translation>
    </message>
    <message>
        <source>Replaced by another document</source>
        <translation>Replaced by another document</translation>
    </message>
    <message>
        <source>The sender asks to have it back</source>
        <translation>The sender asks to have it back</translation>
    </message>
    <message>
        <source>The sender brought it up to date</source>
        <translation>The sender brought it up to date</translation>
    </message>
    <message>
        <source>The sender replaced it</source>
        <translation>The sender replaced it</translation>
    </message>
    <message>
        <source>Signature of the packet</source>
        <translation>Signature of the packet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>can&apos;t be checked</source>
        <translation>can&apos;t be checked</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>holds</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>does not hold</translation>
    </message>
    <message>
        <source>Certificate of</source>
        <translation>Certificate of</translation>
    </message>
    <message>
        <source>It tells who closed the packet. Whether the document is valid, its own signatures say.</source>
        <translation>It tells who closed the packet. Whether the document is valid, its own signatures say.</translation>
    </message>
    <message>
        <source>A report of ours did not reach the sender</source>
        <translation>A report of ours did not reach the sender</translation>
    </message>
    <message>
        <source>Directed: who deals with it</source>
        <translation>Directed: who deals with it</translation>
    </message>
    <message>
        <source>Share of the work given back</source>
        <translation>Share of the work given back</translation>
    </message>
    <message>
        <source>May be the same as %1</source>
        <translation>May be the same as %1</translation>
    </message>
    <message>
        <source>More time asked for</source>
        <translation>More time asked for</translation>
    </message>
    <message>
        <source>More time granted</source>
        <translation>More time granted</translation>
    </message>
    <message>
        <source>More time refused</source>
        <translation>More time refused</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>There is no comment on this document.</source>
        <translation>There is no comment on this document.</translation>
    </message>
    <message>
        <source>Brought to who stands in</source>
        <translation>Brought to who stands in</translation>
    </message>
    <message>
        <source>Taken out of a dossier again</source>
        <translation>Taken out of a dossier again</translation>
    </message>
    <message>
        <source>Undone by whoever did it</source>
        <translation>Undone by whoever did it</translation>
    </message>
    <message>
        <source>Named by the sender</source>
        <translation>Named by the sender</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Number in its book</source>
        <translation>Number in its book</translation>
    </message>
    <message>
        <source>What the packet says besides</source>
        <translation>What the packet says besides</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>none; the paper itself is with the clerk</source>
        <translation>none; the paper itself is with the clerk</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>Paper document</source>
        <translation>Paper document</translation>
    </message>
    <message>
        <source>There is no digital signature to check. Who signed and sealed it, the paper shows.</source>
        <translation>There is no digital signature to check. Who signed and sealed it, the paper shows.</translation>
    </message>
    <message>
        <source>What was entered was corrected</source>
        <translation>What was entered was corrected</translation>
    </message>
    <message>
        <source>For, unopened</source>
        <translation>For, unopened</translation>
    </message>
    <message>
        <source>Book closed</source>
        <translation>Book closed</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>Reminded</translation>
    </message>
</context>
<context>
    <name>ui::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Close details</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Open: %1</translation>
    </message>
    <message>
        <source>This seal is the sender&apos;s: remember it</source>
        <translation>This seal is the sender&apos;s: remember it</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>Go to page %1: %2</source>
        <translation>Go to page %1: %2</translation>
    </message>
    <message>
        <source>Compare with what was signed</source>
        <translation>Compare with what was signed</translation>
    </message>
    <message>
        <source>Compare with what was signed by %1</source>
        <translation>Compare with what was signed by %1</translation>
    </message>
    <message>
        <source>Save a report on the signatures…</source>
        <translation>Save a report on the signatures…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Try now: %1</source>
        <translation>Try now: %1</translation>
    </message>
    <message>
        <source>Write a comment…</source>
        <translation>Write a comment…</translation>
    </message>
</context>
<context>
    <name>ui::DirectPanel</name>
    <message>
        <source>Says who deals with the document. Everybody named gets it on their desk.</source>
        <translation>Says who deals with the document. Everybody named gets it on their desk.</translation>
    </message>
    <message>
        <source>&amp;Direct · Ctrl+Enter</source>
        <translation>&amp;Direct · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Write it, or choose what is often written</source>
        <translation>Write it, or choose what is often written</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>D&amp;irective</source>
        <translation>D&amp;irective</translation>
    </message>
    <message>
        <source>Done &amp;by</source>
        <translation>Done &amp;by</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>no part</source>
        <translation>no part</translation>
    </message>
    <message>
        <source>Part of %1</source>
        <translation>Part of %1</translation>
    </message>
    <message>
        <source>This day has passed.</source>
        <translation>This day has passed.</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Write the day as dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>Give somebody a part in it.</source>
        <translation>Give somebody a part in it.</translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation>Unit %1</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DocumentPane</name>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>The page is laid out when the draft is opened.</source>
        <translation>The page is laid out when the draft is opened.</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;More</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>&amp;Information</source>
        <translation>&amp;Information</translation>
    </message>
    <message>
        <source>fit width</source>
        <translation>fit width</translation>
    </message>
    <message>
        <source>whole page</source>
        <translation>whole page</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Page %1/%2 · %3</source>
        <translation>Page %1/%2 · %3</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>The paper was not scanned; it is with the clerk.</source>
        <translation>The paper was not scanned; it is with the clerk.</translation>
    </message>
    <message>
        <source>The envelope was not opened.</source>
        <translation>The envelope was not opened.</translation>
    </message>
    <message>
        <source>&amp;Files (%1)</source>
        <translation>&amp;Files (%1)</translation>
    </message>
    <message>
        <source>Task of the meeting “%1”:
%2</source>
        <translation>Task of the meeting “%1”:
%2</translation>
    </message>
</context>
<context>
    <name>ui::DossierPane</name>
    <message>
        <source>C&amp;lose dossier…</source>
        <translation>C&amp;lose dossier…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Export…</translation>
    </message>
    <message>
        <source>&amp;Check an export…</source>
        <translation>&amp;Check an export…</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Documents of the dossier</source>
        <translation>Documents of the dossier</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>opened %1</translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation>closed %1</translation>
    </message>
    <message>
        <source>Nothing is filed here yet. File a document from its own page.</source>
        <translation>Nothing is filed here yet. File a document from its own page.</translation>
    </message>
    <message>
        <source>The dossier was opened.</source>
        <translation>The dossier was opened.</translation>
    </message>
    <message numerus="yes">
        <source>Closes the dossier with %n document(s). A closed dossier takes nothing more.</source>
        <translation>
            <numerusform>Closes the dossier with %n document. A closed dossier takes nothing more.</numerusform>
            <numerusform>Closes the dossier with %n documents. A closed dossier takes nothing more.</numerusform>
        </translation>
    </message>
    <message>
        <source>C&amp;lose dossier · Ctrl+Enter</source>
        <translation>C&amp;lose dossier · Ctrl+Enter</translation>
    </message>
    <message>
        <source>The dossier was closed.</source>
        <translation>The dossier was closed.</translation>
    </message>
    <message>
        <source>Where to write the dossier</source>
        <translation>Where to write the dossier</translation>
    </message>
    <message>
        <source>Written: %1 documents, %2 files, in %3</source>
        <translation>Written: %1 documents, %2 files, in %3</translation>
    </message>
    <message>
        <source>Which export to check</source>
        <translation>Which export to check</translation>
    </message>
    <message>
        <source>The export holds: %1 documents and %2 files equal their manifest.</source>
        <translation>The export holds: %1 documents and %2 files equal their manifest.</translation>
    </message>
</context>
<context>
    <name>ui::DraftPage</name>
    <message>
        <source>Su&amp;bmit for signature · Ctrl+Enter</source>
        <translation>Su&amp;bmit for signature · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>&amp;Save · Ctrl+S</source>
        <translation>&amp;Save · Ctrl+S</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Preview of the page</source>
        <translation>Preview of the page</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>No&amp;tation</source>
        <translation>No&amp;tation</translation>
    </message>
    <message>
        <source>&amp;Urgency</source>
        <translation>&amp;Urgency</translation>
    </message>
    <message>
        <source>Sub&amp;ject</source>
        <translation>Sub&amp;ject</translation>
    </message>
    <message>
        <source>Add&amp;ressees on the page, one a line</source>
        <translation>Add&amp;ressees on the page, one a line</translation>
    </message>
    <message>
        <source>Le&amp;gal grounds, one a line</source>
        <translation>Le&amp;gal grounds, one a line</translation>
    </message>
    <message>
        <source>Te&amp;xt, one paragraph a line</source>
        <translation>Te&amp;xt, one paragraph a line</translation>
    </message>
    <message>
        <source>Articl&amp;es, parted by an empty line</source>
        <translation>Articl&amp;es, parted by an empty line</translation>
    </message>
    <message>
        <source>The numbers &quot;Điều 1.&quot; are set by themselves.</source>
        <translation>The numbers &quot;Điều 1.&quot; are set by themselves.</translation>
    </message>
    <message>
        <source>Recipients at the foot of the page (nơi nhận), one a line</source>
        <translation>Recipients at the foot of the page (nơi nhận), one a line</translation>
    </message>
    <message>
        <source>Sent by the exchange t&amp;o</source>
        <translation>Sent by the exchange t&amp;o</translation>
    </message>
    <message>
        <source>Si&amp;gned by</source>
        <translation>Si&amp;gned by</translation>
    </message>
    <message>
        <source>Answer wanted &amp;by</source>
        <translation>Answer wanted &amp;by</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Imported document</source>
        <translation>Imported document</translation>
    </message>
    <message>
        <source>Given back: %1</source>
        <translation>Given back: %1</translation>
    </message>
    <message>
        <source>Draft saved.</source>
        <translation>Draft saved.</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Write the day as dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>Submitted to %1 for signature.</source>
        <translation>Submitted to %1 for signature.</translation>
    </message>
    <message>
        <source>Page %1/%2</source>
        <translation>Page %1/%2</translation>
    </message>
    <message>
        <source>&amp;Initialled by</source>
        <translation>&amp;Initialled by</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Submitted; it comes to %1 when it has been initialled.</source>
        <translation>Submitted; it comes to %1 when it has been initialled.</translation>
    </message>
</context>
<context>
    <name>ui::Drafts</name>
    <message>
        <source>Write what the document is about.</source>
        <translation>Write what the document is about.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>A decision needs at least one article.</source>
        <translation>A decision needs at least one article.</translation>
    </message>
    <message>
        <source>Write the text of the document.</source>
        <translation>Write the text of the document.</translation>
    </message>
    <message>
        <source>Write whom the letter is for.</source>
        <translation>Write whom the letter is for.</translation>
    </message>
    <message>
        <source>Choose who signs.</source>
        <translation>Choose who signs.</translation>
    </message>
</context>
<context>
    <name>ui::Duties</name>
    <message>
        <source>No desk reminds for the office at the moment.</source>
        <translation>No desk reminds for the office at the moment.</translation>
    </message>
    <message>
        <source>Workdays before the last day: %1; days after it: %2; to the head of the unit: %3.</source>
        <translation>Workdays before the last day: %1; days after it: %2; to the head of the unit: %3.</translation>
    </message>
    <message>
        <source>This desk has done the office&apos;s reminding since %1.</source>
        <translation>This desk has done the office&apos;s reminding since %1.</translation>
    </message>
    <message>
        <source>The background program of %1 has done the office&apos;s reminding since %2.</source>
        <translation>The background program of %1 has done the office&apos;s reminding since %2.</translation>
    </message>
    <message>
        <source>The desk of %1 has done the office&apos;s reminding since %2.</source>
        <translation>The desk of %1 has done the office&apos;s reminding since %2.</translation>
    </message>
</context>
<context>
    <name>ui::FilePane</name>
    <message>
        <source>Attached file</source>
        <translation>Attached file</translation>
    </message>
    <message>
        <source>Pages of the attached file</source>
        <translation>Pages of the attached file</translation>
    </message>
    <message>
        <source>&amp;Back to the document</source>
        <translation>&amp;Back to the document</translation>
    </message>
    <message>
        <source>Sa&amp;ve to a file…</source>
        <translation>Sa&amp;ve to a file…</translation>
    </message>
</context>
<context>
    <name>ui::FileRow</name>
    <message>
        <source>not here yet</source>
        <translation>not here yet</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>View: %1</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Save: %1</source>
        <translation>Save: %1</translation>
    </message>
</context>
<context>
    <name>ui::FindField</name>
    <message>
        <source>There are more; type another word.</source>
        <translation>There are more; type another word.</translation>
    </message>
    <message numerus="yes">
        <source>%n found; choose with the arrow keys and Enter.</source>
        <translation>
            <numerusform>%n found; choose with the arrow keys and Enter.</numerusform>
            <numerusform>%n found; choose with the arrow keys and Enter.</numerusform>
        </translation>
    </message>
    <message>
        <source>This could not be looked up; type again.</source>
        <translation>This could not be looked up; type again.</translation>
    </message>
</context>
<context>
    <name>ui::FindingList</name>
    <message>
        <source>What was found before signing</source>
        <translation>What was found before signing</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>Go to page %1: %2</source>
        <translation>Go to page %1: %2</translation>
    </message>
</context>
<context>
    <name>ui::Folders</name>
    <message>
        <source>To accept</source>
        <translation>To accept</translation>
    </message>
    <message>
        <source>To handle</source>
        <translation>To handle</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>To sign</source>
        <translation>To sign</translation>
    </message>
    <message>
        <source>To issue</source>
        <translation>To issue</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Books</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Incoming</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Outgoing</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Nothing here fits the filter.</source>
        <translation>Nothing here fits the filter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>No document waits to be accepted.</source>
        <translation>No document waits to be accepted.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Every accepted document has been answered.</source>
        <translation>Every accepted document has been answered.</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>Nothing is overdue.</translation>
    </message>
    <message>
        <source>Documents that were answered or returned will stand here.</source>
        <translation>Documents that were answered or returned will stand here.</translation>
    </message>
    <message>
        <source>There is no draft yet. Write one, or drop a PDF onto the window.</source>
        <translation>There is no draft yet. Write one, or drop a PDF onto the window.</translation>
    </message>
    <message>
        <source>New document</source>
        <translation>New document</translation>
    </message>
    <message>
        <source>No document waits for a signature.</source>
        <translation>No document waits for a signature.</translation>
    </message>
    <message>
        <source>No signed document waits for number and seal.</source>
        <translation>No signed document waits for number and seal.</translation>
    </message>
    <message>
        <source>Nothing has been issued from this desk yet.</source>
        <translation>Nothing has been issued from this desk yet.</translation>
    </message>
    <message>
        <source>There is no dossier yet. Open one and file documents into it.</source>
        <translation>There is no dossier yet. Open one and file documents into it.</translation>
    </message>
    <message>
        <source>New dossier</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <source>This book has no entry in this year.</source>
        <translation>This book has no entry in this year.</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>Archivist</source>
        <translation>Archivist</translation>
    </message>
    <message>
        <source>To direct</source>
        <translation>To direct</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Following</translation>
    </message>
    <message>
        <source>No document waits for your directive.</source>
        <translation>No document waits for your directive.</translation>
    </message>
    <message>
        <source>What you gave to others stands here until it is done.</source>
        <translation>What you gave to others stands here until it is done.</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>Nothing has been registered yet.</source>
        <translation>Nothing has been registered yet.</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>Opinions</translation>
    </message>
    <message>
        <source>Within the office</source>
        <translation>Within the office</translation>
    </message>
    <message>
        <source>Nobody asks for your opinion.</source>
        <translation>Nobody asks for your opinion.</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>No meeting waits for you.</source>
        <translation>No meeting waits for you.</translation>
    </message>
</context>
<context>
    <name>ui::Formatter</name>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
</context>
<context>
    <name>ui::InitialPanel</name>
    <message>
        <source>Puts your initials after the text as it is shown below; then the document goes to the leader.</source>
        <translation>Puts your initials after the text as it is shown below; then the document goes to the leader.</translation>
    </message>
    <message>
        <source>&amp;Initial · Ctrl+Enter</source>
        <translation>&amp;Initial · Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ui::ListPane</name>
    <message>
        <source>New &amp;dossier…</source>
        <translation>New &amp;dossier…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 documents</source>
        <translation>%1 documents</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>With a problem</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>Nothing here fits the filter.</source>
        <translation>Nothing here fits the filter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Order of the list</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Order: %1</translation>
    </message>
    <message>
        <source>Enter a paper document</source>
        <translation>Enter a paper document</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Others</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Demo office: nothing here is real.</source>
        <translation>Demo office: nothing here is real.</translation>
    </message>
    <message>
        <source>Choose a document in the list.</source>
        <translation>Choose a document in the list.</translation>
    </message>
    <message>
        <source>Choose a dossier in the list.</source>
        <translation>Choose a dossier in the list.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>No document has these words.</source>
        <translation>No document has these words.</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>New letter (công văn)</source>
        <translation>New letter (công văn)</translation>
    </message>
    <message>
        <source>New decision (quyết định)</source>
        <translation>New decision (quyết định)</translation>
    </message>
    <message>
        <source>Import a PDF…</source>
        <translation>Import a PDF…</translation>
    </message>
    <message>
        <source>Import a PDF</source>
        <translation>Import a PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Do the first action of the document</source>
        <translation>Do the first action of the document</translation>
    </message>
    <message>
        <source>Answer the document</source>
        <translation>Answer the document</translation>
    </message>
    <message>
        <source>This document can&apos;t be answered from here now.</source>
        <translation>This document can&apos;t be answered from here now.</translation>
    </message>
    <message>
        <source>Sync with the server</source>
        <translation>Sync with the server</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Information about the document</source>
        <translation>Information about the document</translation>
    </message>
    <message>
        <source>Signatures of the document</source>
        <translation>Signatures of the document</translation>
    </message>
    <message>
        <source>Trail of the document</source>
        <translation>Trail of the document</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Thumbnails</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>To the list</translation>
    </message>
    <message>
        <source>To the pages</source>
        <translation>To the pages</translation>
    </message>
    <message>
        <source>Go to: %1</source>
        <translation>Go to: %1</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Other profiles of this computer</source>
        <translation>Other profiles of this computer</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>The language changes when the window is opened again.</source>
        <translation>The language changes when the window is opened again.</translation>
    </message>
    <message>
        <source>Close this desk</source>
        <translation>Close this desk</translation>
    </message>
    <message>
        <source>The signatures of this document have not been checked yet.</source>
        <translation>The signatures of this document have not been checked yet.</translation>
    </message>
    <message>
        <source>Save a report on the signatures</source>
        <translation>Save a report on the signatures</translation>
    </message>
    <message>
        <source>The report was saved: %1</source>
        <translation>The report was saved: %1</translation>
    </message>
    <message>
        <source>Save a report on the signatures…</source>
        <translation>Save a report on the signatures…</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Trusted authorities</translation>
    </message>
    <message>
        <source>Trusted authorities…</source>
        <translation>Trusted authorities…</translation>
    </message>
    <message>
        <source>Completing signatures</source>
        <translation>Completing signatures</translation>
    </message>
    <message>
        <source>An authority may take minutes.</source>
        <translation>An authority may take minutes.</translation>
    </message>
    <message>
        <source>The signatures have reached %1.</source>
        <translation>The signatures have reached %1.</translation>
    </message>
    <message>
        <source>Stopped. The signatures stay at %1 and can be completed later.</source>
        <translation>Stopped. The signatures stay at %1 and can be completed later.</translation>
    </message>
    <message>
        <source>The signatures stay at %1; %2 is wanted. %3</source>
        <translation>The signatures stay at %1; %2 is wanted. %3</translation>
    </message>
    <message>
        <source>Copy with arrival stamp</source>
        <translation>Copy with arrival stamp</translation>
    </message>
    <message>
        <source>Only an accepted document has a copy with the arrival stamp.</source>
        <translation>Only an accepted document has a copy with the arrival stamp.</translation>
    </message>
    <message>
        <source>Save the document to a file…</source>
        <translation>Save the document to a file…</translation>
    </message>
    <message>
        <source>No document is shown that could be saved.</source>
        <translation>No document is shown that could be saved.</translation>
    </message>
    <message>
        <source>Save the document to a file</source>
        <translation>Save the document to a file</translation>
    </message>
    <message>
        <source>The document was saved: %1</source>
        <translation>The document was saved: %1</translation>
    </message>
    <message>
        <source>Ask for evidence about the signatures</source>
        <translation>Ask for evidence about the signatures</translation>
    </message>
    <message>
        <source>Stopped. The verdict stays as it was.</source>
        <translation>Stopped. The verdict stays as it was.</translation>
    </message>
    <message>
        <source>Not everything could be had</source>
        <translation>Not everything could be had</translation>
    </message>
    <message>
        <source>The verdict on this document lacks no evidence that could be asked for.</source>
        <translation>The verdict on this document lacks no evidence that could be asked for.</translation>
    </message>
    <message>
        <source>The evidence is here; the signatures were judged again.</source>
        <translation>The evidence is here; the signatures were judged again.</translation>
    </message>
    <message>
        <source>The evidence could not be had; the verdict stays open.</source>
        <translation>The evidence could not be had; the verdict stays open.</translation>
    </message>
    <message>
        <source>Evidence about the signatures</source>
        <translation>Evidence about the signatures</translation>
    </message>
    <message>
        <source>Network: online</source>
        <translation>Network: online</translation>
    </message>
    <message>
        <source>Network: metered, large files wait</source>
        <translation>Network: metered, large files wait</translation>
    </message>
    <message>
        <source>Network: switched off</source>
        <translation>Network: switched off</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>The network is switched off: nothing is sent or received.</source>
        <translation>The network is switched off: nothing is sent or received.</translation>
    </message>
    <message>
        <source>Metered network: files above 1 MB wait, and nothing is asked for by itself.</source>
        <translation>Metered network: files above 1 MB wait, and nothing is asked for by itself.</translation>
    </message>
    <message>
        <source>Written for the national axis</source>
        <translation>Written for the national axis</translation>
    </message>
    <message>
        <source>Written for servers after the .NET guide</source>
        <translation>Written for servers after the .NET guide</translation>
    </message>
    <message>
        <source>Written for servers that take zipped files</source>
        <translation>Written for servers that take zipped files</translation>
    </message>
    <message>
        <source>Sign packets with the seal&apos;s certificate</source>
        <translation>Sign packets with the seal&apos;s certificate</translation>
    </message>
    <message>
        <source>Offer test units as receivers</source>
        <translation>Offer test units as receivers</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Packets</translation>
    </message>
    <message>
        <source>Search with a filter</source>
        <translation>Search with a filter</translation>
    </message>
    <message>
        <source>The search is kept as “%1”.</source>
        <translation>The search is kept as “%1”.</translation>
    </message>
    <message>
        <source>Type words, or choose what to look for.</source>
        <translation>Type words, or choose what to look for.</translation>
    </message>
    <message>
        <source>Export a register…</source>
        <translation>Export a register…</translation>
    </message>
    <message>
        <source>Comment on the document</source>
        <translation>Comment on the document</translation>
    </message>
    <message>
        <source>Comments on the document</source>
        <translation>Comments on the document</translation>
    </message>
    <message>
        <source>Next document whose comments name you</source>
        <translation>Next document whose comments name you</translation>
    </message>
    <message>
        <source>No comment that names you waits to be read.</source>
        <translation>No comment that names you waits to be read.</translation>
    </message>
    <message>
        <source>This document takes no comment now.</source>
        <translation>This document takes no comment now.</translation>
    </message>
    <message>
        <source>Absence and delegation</source>
        <translation>Absence and delegation</translation>
    </message>
    <message>
        <source>Absence and delegation…</source>
        <translation>Absence and delegation…</translation>
    </message>
    <message>
        <source>No document is like that.</source>
        <translation>No document is like that.</translation>
    </message>
    <message>
        <source>Undo the last act</source>
        <translation>Undo the last act</translation>
    </message>
    <message>
        <source>Mark the document as unread</source>
        <translation>Mark the document as unread</translation>
    </message>
    <message>
        <source>Your last: %1 · %2</source>
        <translation>Your last: %1 · %2</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>Marked as read again.</source>
        <translation>Marked as read again.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Undone: %1</translation>
    </message>
    <message>
        <source>Only a document that came in can be marked as unread.</source>
        <translation>Only a document that came in can be marked as unread.</translation>
    </message>
    <message>
        <source>Marked as unread.</source>
        <translation>Marked as unread.</translation>
    </message>
    <message>
        <source>Confirmed; the other desks of the office are told.</source>
        <translation>Confirmed; the other desks of the office are told.</translation>
    </message>
    <message>
        <source>Ask for opinions</source>
        <translation>Ask for opinions</translation>
    </message>
    <message>
        <source>Ask for opinions about the document</source>
        <translation>Ask for opinions about the document</translation>
    </message>
    <message>
        <source>Enter a paper document…</source>
        <translation>Enter a paper document…</translation>
    </message>
    <message>
        <source>Save the attached file</source>
        <translation>Save the attached file</translation>
    </message>
    <message>
        <source>The file was saved: %1</source>
        <translation>The file was saved: %1</translation>
    </message>
    <message>
        <source>Secret books</source>
        <translation>Secret books</translation>
    </message>
    <message>
        <source>Call a meeting</source>
        <translation>Call a meeting</translation>
    </message>
</context>
<context>
    <name>ui::MeetingAnswerPanel</name>
    <message>
        <source>Only whoever called the meeting, its chair and its secretary read your answer.</source>
        <translation>Only whoever called the meeting, its chair and its secretary read your answer.</translation>
    </message>
    <message>
        <source>&amp;Answer · Ctrl+Enter</source>
        <translation>&amp;Answer · Ctrl+Enter</translation>
    </message>
    <message>
        <source>A&amp;ttend</source>
        <translation>A&amp;ttend</translation>
    </message>
    <message>
        <source>A&amp;bsent</source>
        <translation>A&amp;bsent</translation>
    </message>
    <message>
        <source>&amp;Send somebody else</source>
        <translation>&amp;Send somebody else</translation>
    </message>
    <message>
        <source>Do you come?</source>
        <translation>Do you come?</translation>
    </message>
    <message>
        <source>&amp;Who comes instead</source>
        <translation>&amp;Who comes instead</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Needed where you do not come.</source>
        <translation>Needed where you do not come.</translation>
    </message>
    <message>
        <source>Say why you do not come.</source>
        <translation>Say why you do not come.</translation>
    </message>
</context>
<context>
    <name>ui::MeetingNotePanel</name>
    <message>
        <source>Working notes are read by whoever called the meeting, its chair and its secretary alone.</source>
        <translation>Working notes are read by whoever called the meeting, its chair and its secretary alone.</translation>
    </message>
    <message>
        <source>&amp;Keep · Ctrl+Enter</source>
        <translation>&amp;Keep · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Share with all invited</source>
        <translation>&amp;Share with all invited</translation>
    </message>
    <message>
        <source>The meeting as a whole</source>
        <translation>The meeting as a whole</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Words</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>&amp;Item</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MeetingPage</name>
    <message>
        <source>Call a &amp;meeting…</source>
        <translation>Call a &amp;meeting…</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>No meeting waits for you. Those that you call stand here, too.</source>
        <translation>No meeting waits for you. Those that you call stand here, too.</translation>
    </message>
    <message>
        <source>No meeting waits for you.</source>
        <translation>No meeting waits for you.</translation>
    </message>
</context>
<context>
    <name>ui::MeetingPane</name>
    <message>
        <source>&amp;Notes…</source>
        <translation>&amp;Notes…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>C&amp;hange…</translation>
    </message>
    <message>
        <source>Cance&amp;l meeting…</source>
        <translation>Cance&amp;l meeting…</translation>
    </message>
    <message>
        <source>&amp;Back to the meeting</source>
        <translation>&amp;Back to the meeting</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>What the meeting is about</source>
        <translation>What the meeting is about</translation>
    </message>
    <message>
        <source>Change the &amp;answer…</source>
        <translation>Change the &amp;answer…</translation>
    </message>
    <message>
        <source>&amp;Answer…</source>
        <translation>&amp;Answer…</translation>
    </message>
    <message>
        <source>&amp;Conclude…</source>
        <translation>&amp;Conclude…</translation>
    </message>
    <message>
        <source>&amp;Propose a conclusion…</source>
        <translation>&amp;Propose a conclusion…</translation>
    </message>
    <message>
        <source>Draft the ann&amp;ouncement</source>
        <translation>Draft the ann&amp;ouncement</translation>
    </message>
    <message>
        <source>Draft the &amp;invitation</source>
        <translation>Draft the &amp;invitation</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Working notes</source>
        <translation>Working notes</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>Proposed conclusion</source>
        <translation>Proposed conclusion</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Documents of the office</source>
        <translation>Documents of the office</translation>
    </message>
    <message>
        <source>Who is invited</source>
        <translation>Who is invited</translation>
    </message>
    <message>
        <source>Guests: %1</source>
        <translation>Guests: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Open: %1</translation>
    </message>
    <message>
        <source>The invitation is on its way.</source>
        <translation>The invitation is on its way.</translation>
    </message>
    <message>
        <source>The meeting was changed.</source>
        <translation>The meeting was changed.</translation>
    </message>
    <message>
        <source>Your answer was written down.</source>
        <translation>Your answer was written down.</translation>
    </message>
    <message>
        <source>The notes were shared.</source>
        <translation>The notes were shared.</translation>
    </message>
    <message>
        <source>The notes were kept.</source>
        <translation>The notes were kept.</translation>
    </message>
    <message>
        <source>The meeting was concluded.</source>
        <translation>The meeting was concluded.</translation>
    </message>
    <message>
        <source>The proposal went to the chair.</source>
        <translation>The proposal went to the chair.</translation>
    </message>
    <message>
        <source>Those invited read the reason. It can&apos;t be undone.</source>
        <translation>Those invited read the reason. It can&apos;t be undone.</translation>
    </message>
    <message>
        <source>Cance&amp;l meeting · Ctrl+Enter</source>
        <translation>Cance&amp;l meeting · Ctrl+Enter</translation>
    </message>
    <message>
        <source>The meeting was cancelled.</source>
        <translation>The meeting was cancelled.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Save the file</translation>
    </message>
    <message>
        <source>The file was saved: %1</source>
        <translation>The file was saved: %1</translation>
    </message>
</context>
<context>
    <name>ui::MeetingPanel</name>
    <message>
        <source>Those invited are told what changed. Who is taken off the list reads nothing of it from then on.</source>
        <translation>Those invited are told what changed. Who is taken off the list reads nothing of it from then on.</translation>
    </message>
    <message>
        <source>Goes to those who are chosen and to nobody else. Guests get the invitation as a document.</source>
        <translation>Goes to those who are chosen and to nobody else. Guests get the invitation as a document.</translation>
    </message>
    <message>
        <source>&amp;Change · Ctrl+Enter</source>
        <translation>&amp;Change · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Call · Ctrl+Enter</source>
        <translation>&amp;Call · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Reason for the change</source>
        <translation>&amp;Reason for the change</translation>
    </message>
    <message>
        <source>dd/mm/yyyy hh:mm</source>
        <translation>dd/mm/yyyy hh:mm</translation>
    </message>
    <message>
        <source>&amp;What about</source>
        <translation>&amp;What about</translation>
    </message>
    <message>
        <source>&amp;Begins</source>
        <translation>&amp;Begins</translation>
    </message>
    <message>
        <source>E&amp;nds</source>
        <translation>E&amp;nds</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Place</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>C&amp;hair</source>
        <translation>C&amp;hair</translation>
    </message>
    <message>
        <source>&amp;Secretary</source>
        <translation>&amp;Secretary</translation>
    </message>
    <message>
        <source>Who is &amp;invited</source>
        <translation>Who is &amp;invited</translation>
    </message>
    <message>
        <source>&amp;Guests</source>
        <translation>&amp;Guests</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen; the space bar chooses</source>
        <translation>
            <numerusform>%n chosen; the space bar chooses</numerusform>
            <numerusform>%n chosen; the space bar chooses</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what it is about.</source>
        <translation>Say what it is about.</translation>
    </message>
    <message>
        <source>Write it as dd/mm/yyyy hh:mm.</source>
        <translation>Write it as dd/mm/yyyy hh:mm.</translation>
    </message>
    <message>
        <source>It ends after it begins.</source>
        <translation>It ends after it begins.</translation>
    </message>
    <message>
        <source>Say where.</source>
        <translation>Say where.</translation>
    </message>
    <message>
        <source>Choose somebody.</source>
        <translation>Choose somebody.</translation>
    </message>
    <message>
        <source>one on a line</source>
        <translation>one on a line</translation>
    </message>
    <message>
        <source>P&amp;urpose, and what to prepare</source>
        <translation>P&amp;urpose, and what to prepare</translation>
    </message>
    <message>
        <source>Unit %1: all, and who joins it later</source>
        <translation>Unit %1: all, and who joins it later</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Meetings</name>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Concluded</source>
        <translation>Concluded</translation>
    </message>
    <message>
        <source>No longer invited</source>
        <translation>No longer invited</translation>
    </message>
    <message>
        <source>To be concluded</source>
        <translation>To be concluded</translation>
    </message>
    <message>
        <source>Moved: answer anew</source>
        <translation>Moved: answer anew</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>Waits for your answer</translation>
    </message>
    <message>
        <source>Substitutes to invite: %1</source>
        <translation>Substitutes to invite: %1</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>subject</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>purpose</translation>
    </message>
    <message>
        <source>time</source>
        <translation>time</translation>
    </message>
    <message>
        <source>place</source>
        <translation>place</translation>
    </message>
    <message>
        <source>chair</source>
        <translation>chair</translation>
    </message>
    <message>
        <source>secretary</source>
        <translation>secretary</translation>
    </message>
    <message>
        <source>who is invited</source>
        <translation>who is invited</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>guests</translation>
    </message>
    <message>
        <source>agenda</source>
        <translation>agenda</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>documents</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>you preside</source>
        <translation>you preside</translation>
    </message>
    <message>
        <source>you organize</source>
        <translation>you organize</translation>
    </message>
    <message>
        <source>attend: %1/%2</source>
        <translation>attend: %1/%2</translation>
    </message>
    <message>
        <source>Attends</source>
        <translation>Attends</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Sends somebody else</source>
        <translation>Sends somebody else</translation>
    </message>
    <message>
        <source>chair: %1</source>
        <translation>chair: %1</translation>
    </message>
    <message>
        <source>secretary: %1</source>
        <translation>secretary: %1</translation>
    </message>
    <message>
        <source>called by %1</source>
        <translation>called by %1</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>waits for the server</translation>
    </message>
    <message>
        <source>Cancelled %1 by %2. %3</source>
        <translation>Cancelled %1 by %2. %3</translation>
    </message>
    <message>
        <source>Concluded %1 by %2.</source>
        <translation>Concluded %1 by %2.</translation>
    </message>
    <message>
        <source>You are no longer invited; what follows is how it was.</source>
        <translation>You are no longer invited; what follows is how it was.</translation>
    </message>
    <message>
        <source>You send %1.</source>
        <translation>You send %1.</translation>
    </message>
    <message>
        <source>Time or place changed since you answered: please answer anew.</source>
        <translation>Time or place changed since you answered: please answer anew.</translation>
    </message>
    <message>
        <source>Your answer: %1.</source>
        <translation>Your answer: %1.</translation>
    </message>
    <message>
        <source>Attend %1 of %2 · absent %3 · send somebody else %4 · no answer %5</source>
        <translation>Attend %1 of %2 · absent %3 · send somebody else %4 · no answer %5</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>called</source>
        <translation>called</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>changed: %1</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>no answer yet</translation>
    </message>
    <message>
        <source>is invited</source>
        <translation>is invited</translation>
    </message>
    <message>
        <source>to be invited</source>
        <translation>to be invited</translation>
    </message>
    <message>
        <source>leads: %1</source>
        <translation>leads: %1</translation>
    </message>
    <message>
        <source>supports: %1</source>
        <translation>supports: %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Announcement of the conclusion</source>
        <translation>Announcement of the conclusion</translation>
    </message>
    <message>
        <source>a draft on another desk</source>
        <translation>a draft on another desk</translation>
    </message>
    <message>
        <source>Units invited: %1. Who joins one before the meeting is invited, too.</source>
        <translation>Units invited: %1. Who joins one before the meeting is invited, too.</translation>
    </message>
</context>
<context>
    <name>ui::NewDossierPanel</name>
    <message>
        <source>Opens a dossier that documents of one matter are filed into.</source>
        <translation>Opens a dossier that documents of one matter are filed into.</translation>
    </message>
    <message>
        <source>&amp;Open dossier · Ctrl+Enter</source>
        <translation>&amp;Open dossier · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Forever</source>
        <translation>Forever</translation>
    </message>
    <message>
        <source>70 years</source>
        <translation>70 years</translation>
    </message>
    <message>
        <source>50 years</source>
        <translation>50 years</translation>
    </message>
    <message>
        <source>30 years</source>
        <translation>30 years</translation>
    </message>
    <message>
        <source>20 years</source>
        <translation>20 years</translation>
    </message>
    <message>
        <source>10 years</source>
        <translation>10 years</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Another time</translation>
    </message>
    <message>
        <source>the next of the year</source>
        <translation>the next of the year</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Kept for</source>
        <translation>&amp;Kept for</translation>
    </message>
    <message>
        <source>Write what the dossier is about.</source>
        <translation>Write what the dossier is about.</translation>
    </message>
</context>
<context>
    <name>ui::Notice</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>%n due today</numerusform>
            <numerusform>%n due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due within three days</source>
        <translation>
            <numerusform>%n due within three days</numerusform>
            <numerusform>%n due within three days</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to accept</source>
        <translation>%1 to accept</translation>
    </message>
    <message>
        <source>%1 to direct</source>
        <translation>%1 to direct</translation>
    </message>
    <message>
        <source>%1 to sign</source>
        <translation>%1 to sign</translation>
    </message>
    <message>
        <source>%1 comments name you</source>
        <translation>%1 comments name you</translation>
    </message>
    <message>
        <source>Today: %1</source>
        <translation>Today: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) have arrived.</source>
        <translation>
            <numerusform>%n document has arrived.</numerusform>
            <numerusform>%n documents have arrived.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 new</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 overdue</translation>
    </message>
    <message>
        <source>%1 questions wait for your opinion</source>
        <translation>%1 questions wait for your opinion</translation>
    </message>
    <message>
        <source>%1 of your questions can be closed</source>
        <translation>%1 of your questions can be closed</translation>
    </message>
    <message>
        <source>%1 reminders</source>
        <translation>%1 reminders</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left: %1</source>
        <translation>
            <numerusform>%n day left: %1</numerusform>
            <numerusform>%n days left: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today: %1</source>
        <translation>Due today: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late: %1</source>
        <translation>
            <numerusform>%n day late: %1</numerusform>
            <numerusform>%n days late: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · with %2</source>
        <translation>%1 · with %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 meetings today or tomorrow</source>
        <translation>%1 meetings today or tomorrow</translation>
    </message>
    <message>
        <source>%1 invitations wait for your answer</source>
        <translation>%1 invitations wait for your answer</translation>
    </message>
    <message>
        <source>%1 meetings to be concluded</source>
        <translation>%1 meetings to be concluded</translation>
    </message>
</context>
<context>
    <name>ui::NoticeWindow</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
</context>
<context>
    <name>ui::NumberPanel</name>
    <message>
        <source>Draws the next number of the book and writes it and the day on the page. Expected: %1.</source>
        <translation>Draws the next number of the book and writes it and the day on the page. Expected: %1.</translation>
    </message>
    <message>
        <source>Draws the next number of the book and writes it and the day on the page.</source>
        <translation>Draws the next number of the book and writes it and the day on the page.</translation>
    </message>
    <message>
        <source>Give &amp;number · Ctrl+Enter</source>
        <translation>Give &amp;number · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Day of issue</source>
        <translation>&amp;Day of issue</translation>
    </message>
</context>
<context>
    <name>ui::OfficePicker</name>
    <message>
        <source>Add an office</source>
        <translation>Add an office</translation>
    </message>
    <message>
        <source>Add an office by name or code…</source>
        <translation>Add an office by name or code…</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>Take out %1</translation>
    </message>
    <message>
        <source>Offices found</source>
        <translation>Offices found</translation>
    </message>
    <message>
        <source>No other office is found by these words.</source>
        <translation>No other office is found by these words.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, which the directory does not have</source>
        <translation>&quot;%1&quot;, which the directory does not have</translation>
    </message>
    <message>
        <source>not in the directory</source>
        <translation>not in the directory</translation>
    </message>
</context>
<context>
    <name>ui::OpinionAnswerPanel</name>
    <message>
        <source>Only whoever asks reads your answer. Until the last day you can change it; every answer is kept, the last one counts.</source>
        <translation>Only whoever asks reads your answer. Until the last day you can change it; every answer is kept, the last one counts.</translation>
    </message>
    <message>
        <source>&amp;Answer · Ctrl+Enter</source>
        <translation>&amp;Answer · Ctrl+Enter</translation>
    </message>
    <message>
        <source>A&amp;gree</source>
        <translation>A&amp;gree</translation>
    </message>
    <message>
        <source>&amp;Disagree</source>
        <translation>&amp;Disagree</translation>
    </message>
    <message>
        <source>O&amp;ther opinion</source>
        <translation>O&amp;ther opinion</translation>
    </message>
    <message>
        <source>Your opinion</source>
        <translation>Your opinion</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Words</translation>
    </message>
    <message>
        <source>Needed unless you simply agree.</source>
        <translation>Needed unless you simply agree.</translation>
    </message>
    <message>
        <source>Choose one of the three.</source>
        <translation>Choose one of the three.</translation>
    </message>
    <message>
        <source>Say why, or what else you think.</source>
        <translation>Say why, or what else you think.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the other office says in its document; the document is the proof.</source>
        <translation>What the other office says in its document; the document is the proof.</translation>
    </message>
    <message>
        <source>&amp;Enter · Ctrl+Enter</source>
        <translation>&amp;Enter · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Docu&amp;ment</source>
        <translation>Docu&amp;ment</translation>
    </message>
    <message>
        <source>Its opinion</source>
        <translation>Its opinion</translation>
    </message>
</context>
<context>
    <name>ui::OpinionPage</name>
    <message>
        <source>Ask for &amp;opinions…</source>
        <translation>Ask for &amp;opinions…</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Nobody asks for your opinion. What you ask others for stands here, too.</source>
        <translation>Nobody asks for your opinion. What you ask others for stands here, too.</translation>
    </message>
    <message>
        <source>Nobody asks for your opinion.</source>
        <translation>Nobody asks for your opinion.</translation>
    </message>
</context>
<context>
    <name>ui::OpinionPane</name>
    <message>
        <source>&amp;Summary…</source>
        <translation>&amp;Summary…</translation>
    </message>
    <message>
        <source>C&amp;lose question…</source>
        <translation>C&amp;lose question…</translation>
    </message>
    <message>
        <source>Back to the &amp;question</source>
        <translation>Back to the &amp;question</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>What is asked and answered</source>
        <translation>What is asked and answered</translation>
    </message>
    <message>
        <source>Change the &amp;answer…</source>
        <translation>Change the &amp;answer…</translation>
    </message>
    <message>
        <source>&amp;Answer…</source>
        <translation>&amp;Answer…</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Your answer</translation>
    </message>
    <message>
        <source>You have not answered yet.</source>
        <translation>You have not answered yet.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>No answer yet</translation>
    </message>
    <message>
        <source>Another time: %1</source>
        <translation>Another time: %1</translation>
    </message>
    <message>
        <source>The question is on its way.</source>
        <translation>The question is on its way.</translation>
    </message>
    <message>
        <source>Your answer was written down.</source>
        <translation>Your answer was written down.</translation>
    </message>
    <message>
        <source>The question was closed.</source>
        <translation>The question was closed.</translation>
    </message>
    <message>
        <source>C&amp;lose question · Ctrl+Enter</source>
        <translation>C&amp;lose question · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Nobody can answer any more after that.</source>
        <translation>Nobody can answer any more after that.</translation>
    </message>
    <message>
        <source>Its last day is %1. Nobody can answer any more after you close it; the members read the reason.</source>
        <translation>Its last day is %1. Nobody can answer any more after you close it; the members read the reason.</translation>
    </message>
    <message>
        <source>opinions</source>
        <translation>opinions</translation>
    </message>
    <message>
        <source>Save the summary to a file</source>
        <translation>Save the summary to a file</translation>
    </message>
    <message>
        <source>The summary was saved: %1</source>
        <translation>The summary was saved: %1</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Save the file</translation>
    </message>
    <message>
        <source>The file was saved: %1</source>
        <translation>The file was saved: %1</translation>
    </message>
    <message numerus="yes">
        <source>Show more (%n left)</source>
        <translation>
            <numerusform>Show more (%n left)</numerusform>
            <numerusform>Show more (%n left)</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask other &amp;offices…</source>
        <translation>Ask other &amp;offices…</translation>
    </message>
    <message>
        <source>&amp;Enter a reply…</source>
        <translation>&amp;Enter a reply…</translation>
    </message>
    <message>
        <source>Your answer was signed and written down.</source>
        <translation>Your answer was signed and written down.</translation>
    </message>
    <message>
        <source>Makes a draft to the offices that have not answered. It goes the usual way: it is signed, numbered, sealed and sent.</source>
        <translation>Makes a draft to the offices that have not answered. It goes the usual way: it is signed, numbered, sealed and sent.</translation>
    </message>
    <message>
        <source>Make &amp;draft · Ctrl+Enter</source>
        <translation>Make &amp;draft · Ctrl+Enter</translation>
    </message>
    <message>
        <source>The draft stands among the drafts.</source>
        <translation>The draft stands among the drafts.</translation>
    </message>
    <message>
        <source>No document came yet in answer to this question.</source>
        <translation>No document came yet in answer to this question.</translation>
    </message>
    <message>
        <source>The answer was entered.</source>
        <translation>The answer was entered.</translation>
    </message>
    <message>
        <source>Not signed, not counted</source>
        <translation>Not signed, not counted</translation>
    </message>
</context>
<context>
    <name>ui::Opinions</name>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>Waits for your answer</translation>
    </message>
    <message>
        <source>Can be closed</source>
        <translation>Can be closed</translation>
    </message>
    <message>
        <source>late</source>
        <translation>late</translation>
    </message>
    <message>
        <source>came too late to count</source>
        <translation>came too late to count</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>waits for the server</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Due %1</translation>
    </message>
    <message>
        <source>you ask</source>
        <translation>you ask</translation>
    </message>
    <message>
        <source>answered: %1/%2</source>
        <translation>answered: %1/%2</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Disagree</translation>
    </message>
    <message>
        <source>Other opinion</source>
        <translation>Other opinion</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>written by %1</translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation>asked %1</translation>
    </message>
    <message>
        <source>answer by %1</source>
        <translation>answer by %1</translation>
    </message>
    <message>
        <source>Closed %1 by %2.</source>
        <translation>Closed %1 by %2.</translation>
    </message>
    <message>
        <source>The last day is over: close it, and nobody can answer any more.</source>
        <translation>The last day is over: close it, and nobody can answer any more.</translation>
    </message>
    <message>
        <source>The last day is over; an answer still arrives, and is marked as late.</source>
        <translation>The last day is over; an answer still arrives, and is marked as late.</translation>
    </message>
    <message>
        <source>The last day is over: your answer stands.</source>
        <translation>The last day is over: your answer stands.</translation>
    </message>
    <message>
        <source>You can change your answer until %1.</source>
        <translation>You can change your answer until %1.</translation>
    </message>
    <message>
        <source>Agree %1 · disagree %2 · other opinion %3 · no answer %4</source>
        <translation>Agree %1 · disagree %2 · other opinion %3 · no answer %4</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>its signature can&apos;t be told</source>
        <translation>its signature can&apos;t be told</translation>
    </message>
    <message>
        <source>its signature is not valid</source>
        <translation>its signature is not valid</translation>
    </message>
    <message>
        <source>its signature is not checked yet</source>
        <translation>its signature is not checked yet</translation>
    </message>
    <message>
        <source>%1 in the place of %2</source>
        <translation>%1 in the place of %2</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>for %1</translation>
    </message>
    <message>
        <source>answers are signed</source>
        <translation>answers are signed</translation>
    </message>
    <message>
        <source>signed %1</source>
        <translation>signed %1</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>not signed</translation>
    </message>
    <message>
        <source>Your answer has no valid signature and does not count: please answer anew and sign it.</source>
        <translation>Your answer has no valid signature and does not count: please answer anew and sign it.</translation>
    </message>
    <message>
        <source>not signed, not counted %1</source>
        <translation>not signed, not counted %1</translation>
    </message>
</context>
<context>
    <name>ui::PacketPanel</name>
    <message>
        <source>Signs the packet with the certificate of the office and sends it. The document in it stays as it is; a packet over 20 MB goes unsigned.</source>
        <translation>Signs the packet with the certificate of the office and sends it. The document in it stays as it is; a packet over 20 MB goes unsigned.</translation>
    </message>
    <message>
        <source>&amp;Sign and send · Ctrl+Enter</source>
        <translation>&amp;Sign and send · Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ui::PageView</name>
    <message>
        <source>Document pages</source>
        <translation>Document pages</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <translation>This page cannot be shown.</translation>
    </message>
</context>
<context>
    <name>ui::Paper</name>
    <message>
        <source>kept as it came</source>
        <translation>kept as it came</translation>
    </message>
    <message>
        <source>its text is not read: Tesseract is not installed</source>
        <translation>its text is not read: Tesseract is not installed</translation>
    </message>
    <message>
        <source>the text of some page could not be read</source>
        <translation>the text of some page could not be read</translation>
    </message>
    <message>
        <source>its text can be searched</source>
        <translation>its text can be searched</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PaperFields</name>
    <message>
        <source>Office, or the name on the paper…</source>
        <translation>Office, or the name on the paper…</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>&amp;Why it is corrected</source>
        <translation>&amp;Why it is corrected</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>N&amp;umber</translation>
    </message>
    <message>
        <source>Not&amp;ation</source>
        <translation>Not&amp;ation</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>Urgenc&amp;y</source>
        <translation>Urgenc&amp;y</translation>
    </message>
    <message>
        <source>Sub&amp;ject</source>
        <translation>Sub&amp;ject</translation>
    </message>
    <message>
        <source>Sig&amp;ned by</source>
        <translation>Sig&amp;ned by</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Pages</translation>
    </message>
    <message>
        <source>Day of a&amp;rrival</source>
        <translation>Day of a&amp;rrival</translation>
    </message>
    <message>
        <source>Answer &amp;by</source>
        <translation>Answer &amp;by</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ote</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Write the day as dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>This day lies before the arrival.</source>
        <translation>This day lies before the arrival.</translation>
    </message>
    <message>
        <source>Register although it seems to have come before, as %1</source>
        <translation>Register although it seems to have come before, as %1</translation>
    </message>
    <message>
        <source>Register although it seems to have come before</source>
        <translation>Register although it seems to have come before</translation>
    </message>
    <message>
        <source>An en&amp;velope for somebody by name, not opened</source>
        <translation>An en&amp;velope for somebody by name, not opened</translation>
    </message>
    <message>
        <source>It na&amp;mes</source>
        <translation>It na&amp;mes</translation>
    </message>
    <message>
        <source>What is inside is not known; leave it empty.</source>
        <translation>What is inside is not known; leave it empty.</translation>
    </message>
    <message>
        <source>Secr&amp;ecy</source>
        <translation>Secr&amp;ecy</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
</context>
<context>
    <name>ui::PaperPage</name>
    <message>
        <source>Take ou&amp;t</source>
        <translation>Take ou&amp;t</translation>
    </message>
    <message>
        <source>Paper document</source>
        <translation>Paper document</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Pages of the scan</source>
        <translation>Pages of the scan</translation>
    </message>
    <message>
        <source>Page %1/%2</source>
        <translation>Page %1/%2</translation>
    </message>
    <message>
        <source>Correct a paper document</source>
        <translation>Correct a paper document</translation>
    </message>
    <message>
        <source>Enter a paper document</source>
        <translation>Enter a paper document</translation>
    </message>
    <message>
        <source>&amp;Correct · Ctrl+Enter</source>
        <translation>&amp;Correct · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Re&amp;gister · Ctrl+Enter</source>
        <translation>Re&amp;gister · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Its number and day of arrival stay; what stood there is kept in its history.</source>
        <translation>Its number and day of arrival stay; what stood there is kept in its history.</translation>
    </message>
    <message>
        <source>The number is drawn from the incoming book.</source>
        <translation>The number is drawn from the incoming book.</translation>
    </message>
    <message>
        <source>Choose oth&amp;ers…</source>
        <translation>Choose oth&amp;ers…</translation>
    </message>
    <message>
        <source>Choose f&amp;iles…</source>
        <translation>Choose f&amp;iles…</translation>
    </message>
    <message>
        <source>Drop the scan here, or choose its files. The document can be registered without one.</source>
        <translation>Drop the scan here, or choose its files. The document can be registered without one.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>Expected number in the incoming book: %1</source>
        <translation>Expected number in the incoming book: %1</translation>
    </message>
    <message>
        <source>The scan of the document</source>
        <translation>The scan of the document</translation>
    </message>
    <message>
        <source>PDF and pictures (%1)</source>
        <translation>PDF and pictures (%1)</translation>
    </message>
    <message>
        <source>Taking the scan in…</source>
        <translation>Taking the scan in…</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>Registering…</translation>
    </message>
    <message>
        <source>Registered with number %1 in the incoming book.</source>
        <translation>Registered with number %1 in the incoming book.</translation>
    </message>
    <message>
        <source>Correcting…</source>
        <translation>Correcting…</translation>
    </message>
    <message>
        <source>Corrected; what stood there before is in its history.</source>
        <translation>Corrected; what stood there before is in its history.</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>as it is</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>Choose files to put others in its place.</source>
        <translation>Choose files to put others in its place.</translation>
    </message>
    <message>
        <source>A PDF, or pictures in their order.</source>
        <translation>A PDF, or pictures in their order.</translation>
    </message>
</context>
<context>
    <name>ui::Pile</name>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>To: %1</translation>
    </message>
    <message>
        <source>Being looked through</source>
        <translation>Being looked through</translation>
    </message>
    <message>
        <source>Signed before</source>
        <translation>Signed before</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to weigh before you sign:</source>
        <translation>
            <numerusform>%n point to weigh before you sign:</numerusform>
            <numerusform>%n points to weigh before you sign:</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed and kept</source>
        <translation>Signed and kept</translation>
    </message>
    <message>
        <source>Not signed: stopped before its turn</source>
        <translation>Not signed: stopped before its turn</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) can&apos;t be signed.</source>
        <translation>
            <numerusform>%n document can&apos;t be signed.</numerusform>
            <numerusform>%n documents can&apos;t be signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) hold what the pages do not show: read it before you sign.</source>
        <translation>
            <numerusform>%n document holds what the pages do not show: read it before you sign.</numerusform>
            <numerusform>%n documents hold what the pages do not show: read it before you sign.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every document was looked through before signing.</source>
        <translation>Every document was looked through before signing.</translation>
    </message>
    <message>
        <source>%1 of %2 documents signed</source>
        <translation>%1 of %2 documents signed</translation>
    </message>
    <message>
        <source>Looked through: no hidden layer, no script, nothing that can be switched.</source>
        <translation>Looked through: no hidden layer, no script, nothing that can be switched.</translation>
    </message>
</context>
<context>
    <name>ui::PileList</name>
    <message>
        <source>Documents to sign</source>
        <translation>Documents to sign</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Read the document: %1</source>
        <translation>Read the document: %1</translation>
    </message>
</context>
<context>
    <name>ui::PilePane</name>
    <message>
        <source>Several documents</source>
        <translation>Several documents</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) chosen</source>
        <translation>
            <numerusform>%n document chosen</numerusform>
            <numerusform>%n documents chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>The documents are being looked through.</source>
        <translation>The documents are being looked through.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign %n document(s)</source>
        <translation>
            <numerusform>&amp;Sign %n document</numerusform>
            <numerusform>&amp;Sign %n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>C&amp;lear the choice</source>
        <translation>C&amp;lear the choice</translation>
    </message>
    <message>
        <source>Signing…</source>
        <translation>Signing…</translation>
    </message>
    <message numerus="yes">
        <source>Signing %n document(s)</source>
        <translation>
            <numerusform>Signing %n document</numerusform>
            <numerusform>Signing %n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/%2 · %3</source>
        <translation>%1/%2 · %3</translation>
    </message>
    <message>
        <source>What was signed is kept. Choose the others again to go on with them.</source>
        <translation>What was signed is kept. Choose the others again to go on with them.</translation>
    </message>
    <message>
        <source>Each is kept and goes on to the clerk for number and seal.</source>
        <translation>Each is kept and goes on to the clerk for number and seal.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;lose</translation>
    </message>
</context>
<context>
    <name>ui::PilePanel</name>
    <message numerus="yes">
        <source>Signs the %n document(s) listed below with your certificate; the PIN is entered once.</source>
        <translation>
            <numerusform>Signs the document listed below with your certificate; the PIN is entered once.</numerusform>
            <numerusform>Signs the %n documents listed below with your certificate; the PIN is entered once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Sign %n document(s) · Ctrl+Enter</source>
        <translation>
            <numerusform>&amp;Sign %n document · Ctrl+Enter</numerusform>
            <numerusform>&amp;Sign %n documents · Ctrl+Enter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PinPanel</name>
    <message>
        <source>Key file %1</source>
        <translation>Key file %1</translation>
    </message>
    <message>
        <source>Smart card or token</source>
        <translation>Smart card or token</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>Signs the document as it is shown below, with your certificate.</source>
        <translation>Signs the document as it is shown below, with your certificate.</translation>
    </message>
    <message>
        <source>Seals the document as it is shown below, with the certificate of the office.</source>
        <translation>Seals the document as it is shown below, with the certificate of the office.</translation>
    </message>
    <message>
        <source>&amp;Sign · Ctrl+Enter</source>
        <translation>&amp;Sign · Ctrl+Enter</translation>
    </message>
    <message>
        <source>S&amp;eal · Ctrl+Enter</source>
        <translation>S&amp;eal · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Choose a key file…</source>
        <translation>Choose a key file…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Key</translation>
    </message>
    <message>
        <source>&amp;PIN of your signature</source>
        <translation>&amp;PIN of your signature</translation>
    </message>
    <message>
        <source>&amp;PIN of the seal</source>
        <translation>&amp;PIN of the seal</translation>
    </message>
    <message>
        <source>The certificate is known when the key is opened.</source>
        <translation>The certificate is known when the key is opened.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>valid until %1</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>Choose a key file</translation>
    </message>
    <message>
        <source>Key files (*.p12 *.pfx)</source>
        <translation>Key files (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Choose the key to sign with.</source>
        <translation>Choose the key to sign with.</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>Enter the PIN.</translation>
    </message>
    <message numerus="yes">
        <source>Not to be seen on the pages: %n point(s). Look at them before you sign.</source>
        <translation>
            <numerusform>Not to be seen on the pages: %n point. Look at it before you sign.</numerusform>
            <numerusform>Not to be seen on the pages: %n points. Look at them before you sign.</numerusform>
        </translation>
    </message>
    <message>
        <source>About the certificate</source>
        <translation>About the certificate</translation>
    </message>
    <message>
        <source>Level of the signature</source>
        <translation>Level of the signature</translation>
    </message>
    <message>
        <source>%1 is wanted, but no time-stamping authority is set: the signature will wait for one.</source>
        <translation>%1 is wanted, but no time-stamping authority is set: the signature will wait for one.</translation>
    </message>
    <message>
        <source>%1 with the time stamp of %2. The signature stands at once; what can&apos;t be had now follows.</source>
        <translation>%1 with the time stamp of %2. The signature stands at once; what can&apos;t be had now follows.</translation>
    </message>
</context>
<context>
    <name>ui::ReasonPanel</name>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Write the reason; the other side will read it.</source>
        <translation>Write the reason; the other side will read it.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RegisterPanel</name>
    <message>
        <source>Register of incoming documents</source>
        <translation>Register of incoming documents</translation>
    </message>
    <message>
        <source>Register of outgoing documents</source>
        <translation>Register of outgoing documents</translation>
    </message>
    <message>
        <source>Register of the handling of incoming documents</source>
        <translation>Register of the handling of incoming documents</translation>
    </message>
    <message>
        <source>Writes a register of %1 to a file, to be printed, signed and bound.</source>
        <translation>Writes a register of %1 to a file, to be printed, signed and bound.</translation>
    </message>
    <message>
        <source>&amp;Choose a file · Ctrl+Enter</source>
        <translation>&amp;Choose a file · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;To day</source>
        <translation>&amp;To day</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Register</translation>
    </message>
    <message>
        <source>&amp;From day</source>
        <translation>&amp;From day</translation>
    </message>
    <message>
        <source>&amp;Volume</source>
        <translation>&amp;Volume</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>The last day lies before the first.</translation>
    </message>
</context>
<context>
    <name>ui::ReplacePanel</name>
    <message>
        <source>Sends a sealed document in the place of this one: to its own receivers and to every office that has this one.</source>
        <translation>Sends a sealed document in the place of this one: to its own receivers and to every office that has this one.</translation>
    </message>
    <message>
        <source>Re&amp;place · Ctrl+Enter</source>
        <translation>Re&amp;place · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Sealed &amp;document</source>
        <translation>Sealed &amp;document</translation>
    </message>
    <message>
        <source>No sealed document waits to be sent; the new one is drafted, signed and sealed first.</source>
        <translation>No sealed document waits to be sent; the new one is drafted, signed and sealed first.</translation>
    </message>
    <message>
        <source>Choose the document that takes its place.</source>
        <translation>Choose the document that takes its place.</translation>
    </message>
</context>
<context>
    <name>ui::Rights</name>
    <message>
        <source>may write the books and use the seal</source>
        <translation>may write the books and use the seal</translation>
    </message>
    <message>
        <source>writes the books no more</source>
        <translation>writes the books no more</translation>
    </message>
    <message>
        <source>%1 has left the office (before: %2)</source>
        <translation>%1 has left the office (before: %2)</translation>
    </message>
    <message>
        <source>%1 is new in the office: %2</source>
        <translation>%1 is new in the office: %2</translation>
    </message>
    <message>
        <source>%1 is now %2 (before: %3)</source>
        <translation>%1 is now %2 (before: %3)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>%1 gets the work of another unit: %2 (before: %3)</source>
        <translation>%1 gets the work of another unit: %2 (before: %3)</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait for them: give these to somebody else</source>
        <translation>
            <numerusform>%n document waits for them: give it to somebody else</numerusform>
            <numerusform>%n documents wait for them: give these to somebody else</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RightsBar</name>
    <message>
        <source>That is ri&amp;ght: confirm</source>
        <translation>That is ri&amp;ght: confirm</translation>
    </message>
    <message>
        <source>Changed rights</source>
        <translation>Changed rights</translation>
    </message>
    <message>
        <source>Your rights were changed: %1. Another leader or clerk confirms it.</source>
        <translation>Your rights were changed: %1. Another leader or clerk confirms it.</translation>
    </message>
    <message>
        <source>Rights were changed: %1.</source>
        <translation>Rights were changed: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Rows</name>
    <message>
        <source>Can&apos;t be read</source>
        <translation>Can&apos;t be read</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Not checked yet</translation>
    </message>
    <message numerus="yes">
        <source>%n valid signature(s)</source>
        <translation>
            <numerusform>%n valid signature</numerusform>
            <numerusform>%n valid signatures</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for the server</source>
        <translation>Waits for the server</translation>
    </message>
    <message>
        <source>URGENT</source>
        <translation>URGENT</translation>
    </message>
    <message>
        <source>VERY URGENT</source>
        <translation>VERY URGENT</translation>
    </message>
    <message>
        <source>EXPRESS</source>
        <translation>EXPRESS</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Waits for signature</source>
        <translation>Waits for signature</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>Waits for its number</source>
        <translation>Waits for its number</translation>
    </message>
    <message>
        <source>Waits for the seal</source>
        <translation>Waits for the seal</translation>
    </message>
    <message>
        <source>Ready to send</source>
        <translation>Ready to send</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Waits to be accepted</source>
        <translation>Waits to be accepted</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Returned to sender</source>
        <translation>Returned to sender</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Seal is not the sender&apos;s</source>
        <translation>Seal is not the sender&apos;s</translation>
    </message>
    <message>
        <source>Seal not known yet</source>
        <translation>Seal not known yet</translation>
    </message>
    <message>
        <source>Number or date differs</source>
        <translation>Number or date differs</translation>
    </message>
    <message>
        <source>Signer differs</source>
        <translation>Signer differs</translation>
    </message>
    <message>
        <source>Certificate was revoked</source>
        <translation>Certificate was revoked</translation>
    </message>
    <message>
        <source>Revocation not known</source>
        <translation>Revocation not known</translation>
    </message>
    <message>
        <source>Certificate expired</source>
        <translation>Certificate expired</translation>
    </message>
    <message>
        <source>Issuer not known</source>
        <translation>Issuer not known</translation>
    </message>
    <message>
        <source>No digital signature</source>
        <translation>No digital signature</translation>
    </message>
    <message>
        <source>File can&apos;t be read</source>
        <translation>File can&apos;t be read</translation>
    </message>
    <message>
        <source>Signature can&apos;t be confirmed</source>
        <translation>Signature can&apos;t be confirmed</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Unknown sender</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>No. in %1</source>
        <translation>No. in %1</translation>
    </message>
    <message>
        <source>No receiver yet</source>
        <translation>No receiver yet</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>To: %1</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Due %1</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Changed after signing</source>
        <translation>Changed after signing</translation>
    </message>
    <message>
        <source>Signature not valid</source>
        <translation>Signature not valid</translation>
    </message>
    <message>
        <source>Waits for initials</source>
        <translation>Waits for initials</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>Sender asks for it back</source>
        <translation>Sender asks for it back</translation>
    </message>
    <message>
        <source>A new version came</source>
        <translation>A new version came</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>New version</translation>
    </message>
    <message>
        <source>Asked back</source>
        <translation>Asked back</translation>
    </message>
    <message>
        <source>names you</source>
        <translation>names you</translation>
    </message>
    <message>
        <source>Paper document</source>
        <translation>Paper document</translation>
    </message>
    <message>
        <source>Number void</source>
        <translation>Number void</translation>
    </message>
    <message>
        <source>reminded</source>
        <translation>reminded</translation>
    </message>
    <message>
        <source>reported late</source>
        <translation>reported late</translation>
    </message>
    <message>
        <source>reminded: late</source>
        <translation>reminded: late</translation>
    </message>
</context>
<context>
    <name>ui::Search</name>
    <message>
        <source>Any time</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>This quarter</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>Other days…</source>
        <translation>Other days…</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Due first</source>
        <translation>Due first</translation>
    </message>
    <message>
        <source>By office</source>
        <translation>By office</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>By number</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Most urgent first</translation>
    </message>
    <message>
        <source>Incoming book %1 · %2</source>
        <translation>Incoming book %1 · %2</translation>
    </message>
    <message>
        <source>Incoming book %1</source>
        <translation>Incoming book %1</translation>
    </message>
    <message>
        <source>Outgoing book %1 · official letters</source>
        <translation>Outgoing book %1 · official letters</translation>
    </message>
    <message>
        <source>Outgoing book %1 · named kinds</source>
        <translation>Outgoing book %1 · named kinds</translation>
    </message>
</context>
<context>
    <name>ui::SearchFilter</name>
    <message>
        <source>Any state</source>
        <translation>Any state</translation>
    </message>
    <message>
        <source>Incoming or outgoing</source>
        <translation>Incoming or outgoing</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation>Without an answer</translation>
    </message>
    <message>
        <source>Kept searches</source>
        <translation>Kept searches</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Keep</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Search filter</source>
        <translation>Search filter</translation>
    </message>
    <message>
        <source>Any direction</source>
        <translation>Any direction</translation>
    </message>
    <message>
        <source>Incoming only</source>
        <translation>Incoming only</translation>
    </message>
    <message>
        <source>Outgoing only</source>
        <translation>Outgoing only</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Any kind</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Anybody</translation>
    </message>
    <message>
        <source>From dd/mm/yyyy</source>
        <translation>From dd/mm/yyyy</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>From day</translation>
    </message>
    <message>
        <source>To dd/mm/yyyy</source>
        <translation>To dd/mm/yyyy</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>To day</translation>
    </message>
    <message>
        <source>Name for this search</source>
        <translation>Name for this search</translation>
    </message>
    <message>
        <source>No search is kept yet</source>
        <translation>No search is kept yet</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>&amp;Filter (%1)</source>
        <translation>&amp;Filter (%1)</translation>
    </message>
    <message>
        <source>Any office</source>
        <translation>Any office</translation>
    </message>
    <message>
        <source>Any book</source>
        <translation>Any book</translation>
    </message>
    <message>
        <source>Choose a search…</source>
        <translation>Choose a search…</translation>
    </message>
</context>
<context>
    <name>ui::SecretBookModel</name>
    <message>
        <source>Confidential</source>
        <translation>Confidential</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Top secret</source>
        <translation>Top secret</translation>
    </message>
    <message>
        <source>Subject withheld</source>
        <translation>Subject withheld</translation>
    </message>
    <message>
        <source>No. %1 · %2</source>
        <translation>No. %1 · %2</translation>
    </message>
    <message>
        <source>Void: %1</source>
        <translation>Void: %1</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>From: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>To: %1</translation>
    </message>
    <message>
        <source>Number, notation: %1</source>
        <translation>Number, notation: %1</translation>
    </message>
    <message>
        <source>Issued on %1</source>
        <translation>Issued on %1</translation>
    </message>
    <message>
        <source>Arrived on %1</source>
        <translation>Arrived on %1</translation>
    </message>
    <message>
        <source>Date: %1</source>
        <translation>Date: %1</translation>
    </message>
    <message>
        <source>Copies: %1</source>
        <translation>Copies: %1</translation>
    </message>
    <message>
        <source>Given to: %1</source>
        <translation>Given to: %1</translation>
    </message>
    <message>
        <source>Copy kept by: %1</source>
        <translation>Copy kept by: %1</translation>
    </message>
    <message>
        <source>Signed for by: %1</source>
        <translation>Signed for by: %1</translation>
    </message>
    <message>
        <source>Answer by %1</source>
        <translation>Answer by %1</translation>
    </message>
    <message>
        <source>Remark: %1</source>
        <translation>Remark: %1</translation>
    </message>
    <message>
        <source>Corrected %1 time(s)</source>
        <translation>Corrected %1 time(s)</translation>
    </message>
    <message>
        <source>Entered by %1</source>
        <translation>Entered by %1</translation>
    </message>
    <message>
        <source>Voided: %1</source>
        <translation>Voided: %1</translation>
    </message>
    <message>
        <source>No. in</source>
        <translation>No. in</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>Degree</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>Their number</translation>
    </message>
    <message>
        <source>Notation</source>
        <translation>Notation</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
</context>
<context>
    <name>ui::SecretEntryPanel</name>
    <message>
        <source>Enters an incoming secret document as number %1.</source>
        <translation>Enters an incoming secret document as number %1.</translation>
    </message>
    <message>
        <source>Enters an outgoing secret document as number %1.</source>
        <translation>Enters an outgoing secret document as number %1.</translation>
    </message>
    <message>
        <source>&amp;Enter · Ctrl+Enter</source>
        <translation>&amp;Enter · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Corrects line %1; its number and day stay.</source>
        <translation>Corrects line %1; its number and day stay.</translation>
    </message>
    <message>
        <source>C&amp;orrect · Ctrl+Enter</source>
        <translation>C&amp;orrect · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Subject &amp;withheld</source>
        <translation>Subject &amp;withheld</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>&amp;Why it is corrected</source>
        <translation>&amp;Why it is corrected</translation>
    </message>
    <message>
        <source>A&amp;rrived on</source>
        <translation>A&amp;rrived on</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;To</translation>
    </message>
    <message>
        <source>Iss&amp;ued on</source>
        <translation>Iss&amp;ued on</translation>
    </message>
    <message>
        <source>Sub&amp;ject</source>
        <translation>Sub&amp;ject</translation>
    </message>
    <message>
        <source>Answer &amp;by</source>
        <translation>Answer &amp;by</translation>
    </message>
    <message>
        <source>De&amp;gree</source>
        <translation>De&amp;gree</translation>
    </message>
    <message>
        <source>&amp;Number, notation</source>
        <translation>&amp;Number, notation</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Kind</translation>
    </message>
    <message>
        <source>Co&amp;pies</source>
        <translation>Co&amp;pies</translation>
    </message>
    <message>
        <source>Gi&amp;ven to</source>
        <translation>Gi&amp;ven to</translation>
    </message>
    <message>
        <source>Cop&amp;y kept by</source>
        <translation>Cop&amp;y kept by</translation>
    </message>
    <message>
        <source>&amp;Signed for by</source>
        <translation>&amp;Signed for by</translation>
    </message>
    <message>
        <source>Re&amp;mark</source>
        <translation>Re&amp;mark</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Write the day as dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>Write the other office.</source>
        <translation>Write the other office.</translation>
    </message>
    <message>
        <source>Write what it is about, or say that it is withheld.</source>
        <translation>Write what it is about, or say that it is withheld.</translation>
    </message>
    <message>
        <source>Write why it is corrected.</source>
        <translation>Write why it is corrected.</translation>
    </message>
</context>
<context>
    <name>ui::SecretLock</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>The passphrase &amp;again</source>
        <translation>The passphrase &amp;again</translation>
    </message>
    <message>
        <source>Secret books</source>
        <translation>Secret books</translation>
    </message>
    <message>
        <source>The registers of documents with a degree of secrecy lie on this computer alone, encrypted. They lock by themselves when this page is left, when the window is minimised, and after five minutes without input.</source>
        <translation>The registers of documents with a degree of secrecy lie on this computer alone, encrypted. They lock by themselves when this page is left, when the window is minimised, and after five minutes without input.</translation>
    </message>
    <message>
        <source>There are no registers of documents with a degree of secrecy yet. They will lie on this computer alone, encrypted with a passphrase that nobody can restore: write it down and keep it as a secret document.</source>
        <translation>There are no registers of documents with a degree of secrecy yet. They will lie on this computer alone, encrypted with a passphrase that nobody can restore: write it down and keep it as a secret document.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s); several words are best.</source>
        <translation>
            <numerusform>At least %n character; several words are best.</numerusform>
            <numerusform>At least %n characters; several words are best.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>&amp;Create</translation>
    </message>
    <message>
        <source>Open the secret books</source>
        <translation>Open the secret books</translation>
    </message>
    <message>
        <source>Create the secret books</source>
        <translation>Create the secret books</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>The two are not the same.</translation>
    </message>
</context>
<context>
    <name>ui::SecretPage</name>
    <message>
        <source>&amp;Incoming</source>
        <translation>&amp;Incoming</translation>
    </message>
    <message>
        <source>&amp;Outgoing</source>
        <translation>&amp;Outgoing</translation>
    </message>
    <message>
        <source>&amp;Enter a document…</source>
        <translation>&amp;Enter a document…</translation>
    </message>
    <message>
        <source>&amp;Print the register…</source>
        <translation>&amp;Print the register…</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Lock</translation>
    </message>
    <message>
        <source>&amp;Correct…</source>
        <translation>&amp;Correct…</translation>
    </message>
    <message>
        <source>Make &amp;void…</source>
        <translation>Make &amp;void…</translation>
    </message>
    <message>
        <source>&amp;Attach a scan…</source>
        <translation>&amp;Attach a scan…</translation>
    </message>
    <message>
        <source>&amp;See the scan</source>
        <translation>&amp;See the scan</translation>
    </message>
    <message>
        <source>Secret books</source>
        <translation>Secret books</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>The line</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>No incoming secret document in this year.</source>
        <translation>No incoming secret document in this year.</translation>
    </message>
    <message>
        <source>No outgoing secret document in this year.</source>
        <translation>No outgoing secret document in this year.</translation>
    </message>
    <message>
        <source>Choose a line.</source>
        <translation>Choose a line.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>The secret document was entered.</source>
        <translation>The secret document was entered.</translation>
    </message>
    <message>
        <source>The line was corrected.</source>
        <translation>The line was corrected.</translation>
    </message>
    <message>
        <source>Makes line %1 void. Its number stays taken.</source>
        <translation>Makes line %1 void. Its number stays taken.</translation>
    </message>
    <message>
        <source>Make &amp;void · Ctrl+Enter</source>
        <translation>Make &amp;void · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Write the reason; it stays in the book.</source>
        <translation>Write the reason; it stays in the book.</translation>
    </message>
    <message>
        <source>The line is void.</source>
        <translation>The line is void.</translation>
    </message>
    <message>
        <source>Writes the register of %1 to a PDF, to be printed, signed and bound. The file and every sheet of it are secret documents: print it at once on a printer of this computer, and delete the file.</source>
        <translation>Writes the register of %1 to a PDF, to be printed, signed and bound. The file and every sheet of it are secret documents: print it at once on a printer of this computer, and delete the file.</translation>
    </message>
    <message>
        <source>&amp;Choose a file · Ctrl+Enter</source>
        <translation>&amp;Choose a file · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Save the register to a file</source>
        <translation>Save the register to a file</translation>
    </message>
    <message>
        <source>The register was saved; the file is a secret document: %1</source>
        <translation>The register was saved; the file is a secret document: %1</translation>
    </message>
    <message>
        <source>Choose the scan</source>
        <translation>Choose the scan</translation>
    </message>
    <message>
        <source>The scan was kept, encrypted. The file that it came from is still there: delete it.</source>
        <translation>The scan was kept, encrypted. The file that it came from is still there: delete it.</translation>
    </message>
    <message>
        <source>The secret books have another passphrase.</source>
        <translation>The secret books have another passphrase.</translation>
    </message>
    <message>
        <source>Chec&amp;k the books</source>
        <translation>Chec&amp;k the books</translation>
    </message>
    <message>
        <source>Ne&amp;w passphrase…</source>
        <translation>Ne&amp;w passphrase…</translation>
    </message>
    <message>
        <source>Checked: every line (%1) and every scan (%2) is as it was written.</source>
        <translation>Checked: every line (%1) and every scan (%2) is as it was written.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SecretPassphrasePanel</name>
    <message>
        <source>Gives the secret books another passphrase. Copies that were made before still open with the one of now. Nobody can restore it: write it down and keep it as a secret document.</source>
        <translation>Gives the secret books another passphrase. Copies that were made before still open with the present one. Nobody can restore it: write it down and keep it as a secret document.</translation>
    </message>
    <message>
        <source>C&amp;hange the passphrase · Ctrl+Enter</source>
        <translation>C&amp;hange the passphrase · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Passphrase of now</source>
        <translation>&amp;Present passphrase</translation>
    </message>
    <message>
        <source>&amp;New passphrase</source>
        <translation>&amp;New passphrase</translation>
    </message>
    <message>
        <source>New passphrase &amp;again</source>
        <translation>New passphrase &amp;again</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s); several words are best.</source>
        <translation>
            <numerusform>At least %n character; several words are best.</numerusform>
            <numerusform>At least %n characters; several words are best.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>The two are not the same.</translation>
    </message>
</context>
<context>
    <name>ui::SendPanel</name>
    <message>
        <source>Puts the document into a packet and sends it to these offices. What is sent can&apos;t be unsent.</source>
        <translation>Puts the document into a packet and sends it to these offices. What is sent can&apos;t be unsent.</translation>
    </message>
    <message>
        <source>&amp;Send · Ctrl+Enter</source>
        <translation>&amp;Send · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Receivers</source>
        <translation>&amp;Receivers</translation>
    </message>
    <message>
        <source>Choose at least one receiver.</source>
        <translation>Choose at least one receiver.</translation>
    </message>
    <message>
        <source>Sign the &amp;packet, too, with the certificate of the seal</source>
        <translation>Sign the &amp;packet, too, with the certificate of the seal</translation>
    </message>
</context>
<context>
    <name>ui::SheetChooser</name>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Spreadsheets (*.ods)</source>
        <translation>Spreadsheets (*.ods)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV files (*.csv)</translation>
    </message>
</context>
<context>
    <name>ui::Sidebar</name>
    <message>
        <source>Folders</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>%1, %2 documents</source>
        <translation>%1, %2 documents</translation>
    </message>
    <message>
        <source>%1, %2 questions</source>
        <translation>%1, %2 questions</translation>
    </message>
    <message>
        <source>%1, %2 meetings</source>
        <translation>%1, %2 meetings</translation>
    </message>
</context>
<context>
    <name>ui::Standing</name>
    <message>
        <source>away until %1, nobody stands in</source>
        <translation>away until %1, nobody stands in</translation>
    </message>
    <message>
        <source>away until %1, %2 stands in</source>
        <translation>away until %1, %2 stands in</translation>
    </message>
    <message>
        <source>You are away until %1</source>
        <translation>You are away until %1</translation>
    </message>
    <message>
        <source>You are away until %1; %2 stands in</source>
        <translation>You are away until %1; %2 stands in</translation>
    </message>
    <message>
        <source>You stand in for %1 until %2</source>
        <translation>You stand in for %1 until %2</translation>
    </message>
    <message>
        <source>Nobody stands in</source>
        <translation>Nobody stands in</translation>
    </message>
    <message>
        <source>%1 stands in</source>
        <translation>%1 stands in</translation>
    </message>
</context>
<context>
    <name>ui::StandingPage</name>
    <message>
        <source>Absence and delegation</source>
        <translation>Absence and delegation</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>Who is away</translation>
    </message>
    <message>
        <source>Written down; whoever gives you work is told that you are away.</source>
        <translation>Written down; whoever gives you work is told that you are away.</translation>
    </message>
    <message>
        <source>Written down; whoever stands in gets your open work.</source>
        <translation>Written down; whoever stands in gets your open work.</translation>
    </message>
    <message>
        <source>Ended; you do your work yourself again.</source>
        <translation>Ended; you do your work yourself again.</translation>
    </message>
    <message>
        <source>Nobody of the office is away.</source>
        <translation>Nobody of the office is away.</translation>
    </message>
    <message>
        <source>Who of the office is away or will be</source>
        <translation>Who of the office is away or will be</translation>
    </message>
    <message>
        <source>holds now</source>
        <translation>holds now</translation>
    </message>
    <message>
        <source>later</source>
        <translation>later</translation>
    </message>
    <message>
        <source>waits for the server</source>
        <translation>waits for the server</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>End it now</translation>
    </message>
    <message>
        <source>End it now: %1</source>
        <translation>End it now: %1</translation>
    </message>
    <message>
        <source>Names of &amp;units…</source>
        <translation>Names of &amp;units…</translation>
    </message>
    <message>
        <source>Written down; everybody in the office gets the names.</source>
        <translation>Written down; everybody in the office gets the names.</translation>
    </message>
</context>
<context>
    <name>ui::Start</name>
    <message>
        <source>No desk on this computer yet</source>
        <translation>No desk on this computer yet</translation>
    </message>
    <message>
        <source>Ask the administrator of your exchange server for a one-time code, then run &quot;congvanctl office init&quot;, or try the demo offices with &quot;packaging/run&quot;.</source>
        <translation>Ask the administrator of your exchange server for a one-time code, then run &quot;congvanctl office init&quot;, or try the demo offices with &quot;packaging/run&quot;.</translation>
    </message>
    <message>
        <source>The desk can&apos;t be opened</source>
        <translation>The desk can&apos;t be opened</translation>
    </message>
</context>
<context>
    <name>ui::Statistics</name>
    <message>
        <source>%1% of what was done</source>
        <translation>%1% of what was done</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>%1 withdrawn or replaced</source>
        <translation>%1 withdrawn or replaced</translation>
    </message>
    <message>
        <source>Done in time</source>
        <translation>Done in time</translation>
    </message>
    <message>
        <source>Done late</source>
        <translation>Done late</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>of %1 still open</source>
        <translation>of %1 still open</translation>
    </message>
    <message>
        <source>Open, in time</source>
        <translation>Open, in time</translation>
    </message>
    <message>
        <source>Open, overdue</source>
        <translation>Open, overdue</translation>
    </message>
    <message>
        <source>Withdrawn or replaced</source>
        <translation>Withdrawn or replaced</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message>
        <source>By unit</source>
        <translation>By unit</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>By person</translation>
    </message>
    <message>
        <source>By sender</source>
        <translation>By sender</translation>
    </message>
    <message>
        <source>By kind of document</source>
        <translation>By kind of document</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>%1, %2 in all: %3</source>
        <translation>%1, %2 in all: %3</translation>
    </message>
    <message>
        <source>Tasks of meetings</source>
        <translation>Tasks of meetings</translation>
    </message>
    <message>
        <source>Incoming documents</source>
        <translation>Incoming documents</translation>
    </message>
    <message>
        <source>By meeting</source>
        <translation>By meeting</translation>
    </message>
    <message>
        <source>Given from %1 to %2; as of %3</source>
        <translation>Given from %1 to %2; as of %3</translation>
    </message>
    <message>
        <source>Registered from %1 to %2; as of %3</source>
        <translation>Registered from %1 to %2; as of %3</translation>
    </message>
    <message>
        <source>No task was given at a meeting this year. Tasks are given with the conclusion of a meeting.</source>
        <translation>No task was given at a meeting this year. Tasks are given with the conclusion of a meeting.</translation>
    </message>
    <message>
        <source>No task was given at a meeting in this period. Choose another one.</source>
        <translation>No task was given at a meeting in this period. Choose another one.</translation>
    </message>
    <message>
        <source>No document was registered this year. Accept what came in, or choose other days.</source>
        <translation>No document was registered this year. Accept what came in, or choose other days.</translation>
    </message>
    <message>
        <source>No document was registered in this period. Choose another one.</source>
        <translation>No document was registered in this period. Choose another one.</translation>
    </message>
    <message>
        <source>of %1 tasks still open</source>
        <translation>of %1 tasks still open</translation>
    </message>
</context>
<context>
    <name>ui::StatisticsModel</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Supports</source>
        <translation>Supports</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Given</translation>
    </message>
</context>
<context>
    <name>ui::StatisticsPage</name>
    <message>
        <source>This &amp;quarter</source>
        <translation>This &amp;quarter</translation>
    </message>
    <message>
        <source>&amp;Last quarter</source>
        <translation>&amp;Last quarter</translation>
    </message>
    <message>
        <source>This &amp;year</source>
        <translation>This &amp;year</translation>
    </message>
    <message>
        <source>Other &amp;days</source>
        <translation>Other &amp;days</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>From day</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>To day</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Export…</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Show this year</source>
        <translation>Show this year</translation>
    </message>
    <message>
        <source>report</source>
        <translation>report</translation>
    </message>
    <message>
        <source>Save the report to a file</source>
        <translation>Save the report to a file</translation>
    </message>
    <message>
        <source>The report was saved: %1</source>
        <translation>The report was saved: %1</translation>
    </message>
    <message>
        <source>%1 · what was given to you</source>
        <translation>%1 · what was given to you</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>What is counted</translation>
    </message>
</context>
<context>
    <name>ui::Status</name>
    <message>
        <source>Online · synced at %1</source>
        <translation>Online · synced at %1</translation>
    </message>
    <message>
        <source>Offline · last synced %1</source>
        <translation>Offline · last synced %1</translation>
    </message>
    <message>
        <source>Offline · never synced</source>
        <translation>Offline · never synced</translation>
    </message>
    <message>
        <source>Last synced %1</source>
        <translation>Last synced %1</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Not synced yet</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) wait to be sent</source>
        <translation>
            <numerusform>%n item waits to be sent</numerusform>
            <numerusform>%n items wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n send(s) uncertain</source>
        <translation>
            <numerusform>%n send uncertain</numerusform>
            <numerusform>%n sends uncertain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) need you</source>
        <translation>
            <numerusform>%n item needs you</numerusform>
            <numerusform>%n items need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signature check(s) to do</source>
        <translation>
            <numerusform>%n signature check to do</numerusform>
            <numerusform>%n signature checks to do</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking what there is to do</source>
        <translation>Looking what there is to do</translation>
    </message>
    <message>
        <source>Uploading files</source>
        <translation>Uploading files</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Receiving messages</source>
        <translation>Receiving messages</translation>
    </message>
    <message>
        <source>Downloading files</source>
        <translation>Downloading files</translation>
    </message>
    <message>
        <source>Reading what came</source>
        <translation>Reading what came</translation>
    </message>
    <message>
        <source>Checking signatures</source>
        <translation>Checking signatures</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Working</translation>
    </message>
    <message numerus="yes">
        <source>%n sent</source>
        <translation>
            <numerusform>%n sent</numerusform>
            <numerusform>%n sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>%n received</numerusform>
            <numerusform>%n received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still waiting</source>
        <translation>
            <numerusform>%n still waiting</numerusform>
            <numerusform>%n still waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is up to date.</source>
        <translation>Everything is up to date.</translation>
    </message>
    <message>
        <source>Network switched off · last synced %1</source>
        <translation>Network switched off · last synced %1</translation>
    </message>
    <message>
        <source>Network switched off</source>
        <translation>Network switched off</translation>
    </message>
    <message>
        <source> · metered network</source>
        <translation> · metered network</translation>
    </message>
    <message numerus="yes">
        <source>%n large file(s) wait for a better network</source>
        <translation>
            <numerusform>%n large file waits for a better network</numerusform>
            <numerusform>%n large files wait for a better network</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Page and zoom</source>
        <translation>Page and zoom</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) with comments that name you</source>
        <translation>
            <numerusform>%n document with comments that name you</numerusform>
            <numerusform>%n documents with comments that name you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ThumbnailModel</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 of %2</translation>
    </message>
</context>
<context>
    <name>ui::ThumbnailStrip</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>ui::TimePanel</name>
    <message>
        <source>Asks whoever gave you the work for a later day than %1; they read why and answer.</source>
        <translation>Asks whoever gave you the work for a later day than %1; they read why and answer.</translation>
    </message>
    <message>
        <source>&amp;Ask · Ctrl+Enter</source>
        <translation>&amp;Ask · Ctrl+Enter</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Until</translation>
    </message>
    <message>
        <source>Choose a later day than the one that holds.</source>
        <translation>Choose a later day than the one that holds.</translation>
    </message>
    <message>
        <source>Write the day as dd/mm/yyyy.</source>
        <translation>Write the day as dd/mm/yyyy.</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>&amp;New document</source>
        <translation>&amp;New document</translation>
    </message>
    <message>
        <source>S&amp;ync</source>
        <translation>S&amp;ync</translation>
    </message>
    <message>
        <source>Search number, subject, sender… (Ctrl+F)</source>
        <translation>Search number, subject, sender… (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Person and office</source>
        <translation>Person and office</translation>
    </message>
</context>
<context>
    <name>ui::TrailStrip</name>
    <message>
        <source>Trail</source>
        <translation>Trail</translation>
    </message>
    <message numerus="yes">
        <source>All %n receiver(s)</source>
        <translation>
            <numerusform>All %n receiver</numerusform>
            <numerusform>All %n receivers</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole &amp;trail</source>
        <translation>Whole &amp;trail</translation>
    </message>
</context>
<context>
    <name>ui::TrustPage</name>
    <message>
        <source>Root, self-signed</source>
        <translation>Root, self-signed</translation>
    </message>
    <message>
        <source>Intermediate</source>
        <translation>Intermediate</translation>
    </message>
    <message>
        <source>Revocation list</source>
        <translation>Revocation list</translation>
    </message>
    <message>
        <source>Certificate of a person or machine</source>
        <translation>Certificate of a person or machine</translation>
    </message>
    <message>
        <source>&amp;Import from a file…</source>
        <translation>&amp;Import from a file…</translation>
    </message>
    <message>
        <source>Trust the roots of the operating &amp;system, too</source>
        <translation>Trust the roots of the operating &amp;system, too</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Trusted authorities</translation>
    </message>
    <message>
        <source>A signature is trusted when its certificate leads to one of these roots. Import a root only after you compared its fingerprint with what the authority published.</source>
        <translation>A signature is trusted when its certificate leads to one of these roots. Import a root only after you compared its fingerprint with what the authority published.</translation>
    </message>
    <message>
        <source>What is trusted</source>
        <translation>What is trusted</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>Nobody is trusted yet, so no signature can be confirmed. Import the root certificates of the government&apos;s and the public authorities.</source>
        <translation>Nobody is trusted yet, so no signature can be confirmed. Import the root certificates of the government&apos;s and the public authorities.</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Remove…</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Remove: %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Issued, next due</source>
        <translation>Issued, next due</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Serial number</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint</source>
        <translation>SHA-256 fingerprint</translation>
    </message>
    <message>
        <source>Import certificates or revocation lists</source>
        <translation>Import certificates or revocation lists</translation>
    </message>
    <message>
        <source>Certificates and lists (*.pem *.crt *.cer *.der *.p7b *.p7c *.crl)</source>
        <translation>Certificates and lists (*.pem *.crt *.cer *.der *.p7b *.p7c *.crl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>trusted already</source>
        <translation>trusted already</translation>
    </message>
    <message>
        <source>Do the fingerprints equal those that the authority published?</source>
        <translation>Do the fingerprints equal those that the authority published?</translation>
    </message>
    <message>
        <source>There is nothing new to trust in this file.</source>
        <translation>There is nothing new to trust in this file.</translation>
    </message>
    <message numerus="yes">
        <source>Yes, &amp;trust %n of them</source>
        <translation>
            <numerusform>Yes, &amp;trust it</numerusform>
            <numerusform>Yes, &amp;trust all %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;No, trust nothing new</source>
        <translation>&amp;No, trust nothing new</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are trusted from now on.</source>
        <translation>
            <numerusform>%n item is trusted from now on.</numerusform>
            <numerusform>%n items are trusted from now on.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signatures that lead to it will not be trusted any more. Remove it?</source>
        <translation>Signatures that lead to it will not be trusted any more. Remove it?</translation>
    </message>
    <message>
        <source>Yes, &amp;remove</source>
        <translation>Yes, &amp;remove</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Keep</translation>
    </message>
    <message>
        <source>%1 is not trusted any more.</source>
        <translation>%1 is not trusted any more.</translation>
    </message>
    <message>
        <source>The roots of the operating system are trusted from now on.</source>
        <translation>The roots of the operating system are trusted from now on.</translation>
    </message>
    <message>
        <source>The roots of the operating system are not trusted any more.</source>
        <translation>The roots of the operating system are not trusted any more.</translation>
    </message>
</context>
<context>
    <name>ui::UndoBar</name>
    <message>
        <source>&amp;Undo · Ctrl+Z</source>
        <translation>&amp;Undo · Ctrl+Z</translation>
    </message>
    <message>
        <source>Close this line</source>
        <translation>Close this line</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>What was done</translation>
    </message>
</context>
<context>
    <name>ui::UnitsPanel</name>
    <message>
        <source>What the units of the office are called, wherever they are shown.</source>
        <translation>What the units of the office are called, wherever they are shown.</translation>
    </message>
    <message>
        <source>&amp;Save names · Ctrl+Enter</source>
        <translation>&amp;Save names · Ctrl+Enter</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n person(s)</source>
        <translation>
            <numerusform>%1 · %n person</numerusform>
            <numerusform>%1 · %n people</numerusform>
        </translation>
    </message>
    <message>
        <source>The directory names no unit of the office. Units are entered where its people are, at the exchange server.</source>
        <translation>The directory names no unit of the office. Units are entered where its people are, at the exchange server.</translation>
    </message>
</context>
<context>
    <name>ui::UpdatePanel</name>
    <message>
        <source>A new version goes to every office that has the document, beside the old one. Further receivers get it; those marked are asked to give it back.</source>
        <translation>A new version goes to every office that has the document, beside the old one. Further receivers get it; those marked are asked to give it back.</translation>
    </message>
    <message>
        <source>Send the &amp;update · Ctrl+Enter</source>
        <translation>Send the &amp;update · Ctrl+Enter</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Reason</translation>
    </message>
    <message>
        <source>Nothing changes yet: choose a new version or other receivers.</source>
        <translation>Nothing changes yet: choose a new version or other receivers.</translation>
    </message>
    <message>
        <source>Choose a PDF…</source>
        <translation>Choose a PDF…</translation>
    </message>
    <message>
        <source>Keep the contents as they are</source>
        <translation>Keep the contents as they are</translation>
    </message>
    <message>
        <source>New &amp;version, signed and sealed</source>
        <translation>New &amp;version, signed and sealed</translation>
    </message>
    <message>
        <source>New version, signed and sealed</source>
        <translation>New version, signed and sealed</translation>
    </message>
    <message>
        <source>&amp;Further receivers</source>
        <translation>&amp;Further receivers</translation>
    </message>
    <message>
        <source>Ask %1 to give it back</source>
        <translation>Ask %1 to give it back</translation>
    </message>
    <message>
        <source>New version of the document</source>
        <translation>New version of the document</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>The contents stay as they are.</source>
        <translation>The contents stay as they are.</translation>
    </message>
    <message>
        <source>Write the reason; the other side will read it.</source>
        <translation>Write the reason; the other side will read it.</translation>
    </message>
</context>
<context>
    <name>ui::VerdictBar</name>
    <message>
        <source>&amp;Check now</source>
        <translation>&amp;Check now</translation>
    </message>
    <message>
        <source>Deta&amp;ils</source>
        <translation>Deta&amp;ils</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>As&amp;k for evidence</source>
        <translation>As&amp;k for evidence</translation>
    </message>
</context>
<context>
    <name>ui::Verdicts</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message numerus="yes">
        <source>%n valid signature(s): %1.</source>
        <extracomment>%1 is the names of the signers</extracomment>
        <translation>
            <numerusform>%n valid signature: %1.</numerusform>
            <numerusform>%n valid signatures: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This document carries no digital signature.</source>
        <translation>This document carries no digital signature.</translation>
    </message>
    <message>
        <source>The file can&apos;t be read, so nothing can be said about its signatures.</source>
        <translation>The file can&apos;t be read, so nothing can be said about its signatures.</translation>
    </message>
    <message>
        <source>A signature on this document is not valid.</source>
        <translation>A signature on this document is not valid.</translation>
    </message>
    <message>
        <source>The signatures can&apos;t be confirmed.</source>
        <translation>The signatures can&apos;t be confirmed.</translation>
    </message>
    <message>
        <source>See page %1.</source>
        <translation>See page %1.</translation>
    </message>
    <message>
        <source>Looked through before signing: no hidden layer, no script, nothing that can be switched.</source>
        <translation>Looked through before signing: no hidden layer, no script, nothing that can be switched.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) to see before signing:</source>
        <translation>
            <numerusform>%n point to see before signing:</numerusform>
            <numerusform>%n points to see before signing:</numerusform>
        </translation>
    </message>
    <message>
        <source>A draft: only you see it until it is submitted.</source>
        <translation>A draft: only you see it until it is submitted.</translation>
    </message>
    <message>
        <source>Given back: %1</source>
        <translation>Given back: %1</translation>
    </message>
    <message>
        <source>Submitted; waits for the signature of %1.</source>
        <translation>Submitted; waits for the signature of %1.</translation>
    </message>
    <message>
        <source>Being looked through before signing…</source>
        <translation>Being looked through before signing…</translation>
    </message>
    <message>
        <source>The signatures are being checked…</source>
        <translation>The signatures are being checked…</translation>
    </message>
    <message>
        <source>The signatures have not been checked yet.</source>
        <translation>The signatures have not been checked yet.</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>not valid</translation>
    </message>
    <message>
        <source>can&apos;t tell</source>
        <translation>can&apos;t tell</translation>
    </message>
    <message>
        <source>Signed content</source>
        <translation>Signed content</translation>
    </message>
    <message>
        <source>Changes afterwards</source>
        <translation>Changes afterwards</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Proof of time</source>
        <translation>Proof of time</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithm</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>an unknown signer</source>
        <translation>an unknown signer</translation>
    </message>
    <message>
        <source>After the signature only number, date and seal were added.</source>
        <translation>After the signature only number, date and seal were added.</translation>
    </message>
    <message>
        <source>After the signature only number and date were added.</source>
        <translation>After the signature only number and date were added.</translation>
    </message>
    <message>
        <source>After the first signature only signatures were added.</source>
        <translation>After the first signature only signatures were added.</translation>
    </message>
    <message>
        <source>Only evidence was added afterwards.</source>
        <translation>Only evidence was added afterwards.</translation>
    </message>
    <message>
        <source>Nothing was changed afterwards.</source>
        <translation>Nothing was changed afterwards.</translation>
    </message>
    <message>
        <source>Waiting for a time stamp</source>
        <translation>Waiting for a time stamp</translation>
    </message>
    <message>
        <source>Waiting for revocation data</source>
        <translation>Waiting for revocation data</translation>
    </message>
    <message>
        <source>It comes to the leader when it has been initialled.</source>
        <translation>It comes to the leader when it has been initialled.</translation>
    </message>
    <message>
        <source>Withdrawn by its sender: frozen, kept with its trace. %1</source>
        <translation>Withdrawn by its sender: frozen, kept with its trace. %1</translation>
    </message>
    <message>
        <source>Taken back from every receiver.</source>
        <translation>Taken back from every receiver.</translation>
    </message>
    <message>
        <source>Its sender asks to have it back: %1 Work on it rests until this is answered.</source>
        <translation>Its sender asks to have it back: %1 Work on it rests until this is answered.</translation>
    </message>
    <message>
        <source>A new version took its place; see Links. %1</source>
        <translation>A new version took its place; see Links. %1</translation>
    </message>
    <message>
        <source>Replaced by another document; see Links. %1</source>
        <translation>Replaced by another document; see Links. %1</translation>
    </message>
    <message>
        <source>Asked back; the trail shows who has answered.</source>
        <translation>Asked back; the trail shows who has answered.</translation>
    </message>
    <message>
        <source>A paper document: there is no digital signature to check.</source>
        <translation>A paper document: there is no digital signature to check.</translation>
    </message>
    <message>
        <source>An envelope for %1 by name, not opened. Nobody else sees it but the clerk.</source>
        <translation>An envelope for %1 by name, not opened. Nobody else sees it but the clerk.</translation>
    </message>
    <message>
        <source>A task that %1 gave at a meeting: there is no document to check.</source>
        <translation>A task that %1 gave at a meeting: there is no document to check.</translation>
    </message>
    <message>
        <source>Its number was made void: closed, kept with its trace. %1</source>
        <translation>Its number was made void: closed, kept with its trace. %1</translation>
    </message>
</context>
<context>
    <name>ui::Work</name>
    <message>
        <source>directs</source>
        <translation>directs</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>leads</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>supports</translation>
    </message>
    <message>
        <source>is told</source>
        <translation>is told</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>not begun</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>at work</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>given back</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>passed on</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>Asks for time until %1</source>
        <translation>Asks for time until %1</translation>
    </message>
    <message>
        <source>%1 for the unit %2</source>
        <translation>%1 for the unit %2</translation>
    </message>
    <message>
        <source>%1 in place of %2 (by delegation)</source>
        <translation>%1 in place of %2 (by delegation)</translation>
    </message>
</context>
<context>
    <name>ui::WorkCard</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>Work under way</source>
        <translation>Work under way</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>ui::WorkChart</name>
    <message>
        <source>Chart of the rows</source>
        <translation>Chart of the rows</translation>
    </message>
</context>
</TS>
