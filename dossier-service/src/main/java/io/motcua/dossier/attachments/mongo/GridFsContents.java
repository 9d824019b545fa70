package io.motcua.dossier.attachments.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.motcua.dossier.attachments.Contents;
import io.motcua.dossier.personal.SealedContent;
import io.motcua.platform.privacy.Resealable;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/** In GridFS: a file may be larger than a document, and is read in pieces. */
@Repository
class GridFsContents implements Contents, Resealable {

    private static final String SEALED_WITH = "metadata.sealedWith";
    private static final String KEY = "metadata.key";
    private static final String BUCKET = "contents";

    private final MongoDatabaseFactory mongo;

    private final SealedContent sealing;

    GridFsContents(MongoDatabaseFactory mongo, SealedContent sealing) {
        this.mongo = mongo;
        this.sealing = sealing;
        files().createIndex(Indexes.ascending(SEALED_WITH), new IndexOptions().sparse(true));
    }

    @Override
    public void put(String agency, String dossier, String id, byte[] bytes) {
        if (find(agency, id).isPresent()) {
            return;
        }
        dropPieces(id);
        var sealed = sealing.seal(id, bytes);
        var about = new Document("agency", agency)
                .append("dossier", dossier)
                .append("sealedWith", sealing.keys().key())
                .append("key", new Binary(sealed.key()));
        bucket().uploadFromStream(
                        new BsonString(id),
                        id,
                        new ByteArrayInputStream(sealed.bytes()),
                        new GridFSUploadOptions().metadata(about));
    }

    @Override
    public Optional<InputStream> open(String agency, String id) {
        return find(agency, id).map(it -> {
            var stored = bucket().openDownloadStream(it.getId());
            return sealed(it) ? sealing.open(id, key(it), stored) : stored;
        });
    }

    @Override
    public boolean exists(String agency, String id) {
        return find(agency, id).isPresent();
    }

    @Override
    public void remove(String agency, String id) {
        find(agency, id).ifPresent(it -> bucket().delete(it.getId()));
    }

    @Override
    public long sealedWithOldKeys() {
        return sealing.keys().oldKeys().isEmpty() ? 0 : files().countDocuments(old());
    }

    @Override
    public int reseal(int limit) {
        int found = 0;
        for (var it : bucket().find(old()).limit(limit)) {
            found++;
            var id = it.getId().asString().getValue();
            files().updateOne(
                            and(
                                    eq("_id", id),
                                    eq(
                                            KEY,
                                            Objects.requireNonNull(it.getMetadata())
                                                    .get("key"))),
                            combine(
                                    set(KEY, new Binary(sealing.resealed(id, key(it)))),
                                    set(SEALED_WITH, sealing.keys().key())));
        }
        return found;
    }

    private Bson old() {
        return in(SEALED_WITH, sealing.keys().oldKeys());
    }

    /** Those of the time before anything was sealed are not. */
    private static boolean sealed(GridFSFile file) {
        return file.getMetadata() != null && file.getMetadata().containsKey("key");
    }

    private static byte[] key(GridFSFile file) {
        return Objects.requireNonNull(file.getMetadata())
                .get("key", Binary.class)
                .getData();
    }

    private MongoCollection<Document> files() {
        return mongo.getMongoDatabase().getCollection(BUCKET + ".files");
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
