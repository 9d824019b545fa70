package io.motcua.dossier.attachments.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import io.motcua.dossier.attachments.Contents;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import org.bson.BsonString;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/** In GridFS: a file may be larger than a document, and is read in pieces. */
@Repository
class GridFsContents implements Contents {

    private static final String BUCKET = "contents";

    private final MongoDatabaseFactory mongo;

    GridFsContents(MongoDatabaseFactory mongo) {
        this.mongo = mongo;
    }

    @Override
    public void put(String agency, String dossier, String id, byte[] bytes) {
        if (find(agency, id).isPresent()) {
            return;
        }
        dropPieces(id);
        var about = new Document("agency", agency).append("dossier", dossier);
        bucket().uploadFromStream(
                        new BsonString(id),
                        id,
                        new ByteArrayInputStream(bytes),
                        new GridFSUploadOptions().metadata(about));
    }

    @Override
    public Optional<InputStream> open(String agency, String id) {
        return find(agency, id).map(it -> bucket().openDownloadStream(it.getId()));
    }

    @Override
    public void remove(String agency, String id) {
        find(agency, id).ifPresent(it -> bucket().delete(it.getId()));
    }

    private Optional<GridFSFile> find(String agency, String id) {
        return Optional.ofNullable(
                bucket().find(and(eq("_id", id), eq("metadata.agency", agency))).first());
    }

    /** An upload that a crash cut short has left pieces without a file. */
    private void dropPieces(String id) {
        mongo.getMongoDatabase().getCollection(BUCKET + ".chunks").deleteMany(eq("files_id", id));
    }

    private GridFSBucket bucket() {
        return GridFSBuckets.create(mongo.getMongoDatabase(), BUCKET);
    }
}
