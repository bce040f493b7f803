-- The lists of what is due are put into any order within their index, without reading a document; and nothing asks for
-- documents by their packet.
DROP INDEX document_by_packet;
DROP INDEX document_in_work;
DROP INDEX document_in_work_by_due;
CREATE INDEX document_in_work_by_due
    ON document (due_order, time DESC, counterpart_order, number_order, urgency, trouble, folder)
    WHERE folder IN ('to-direct', 'to-handle', 'following');
CREATE INDEX work_share_by_holder ON work_share (holder, document_id);
