package dev.rapt.detector.testing;

import dev.rapt.contracts.ProtobufSerde;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.FaceCrop;

/** What crops were published since the log was opened. */
public final class CropLog extends TopicLog<FaceCrop> {

    private CropLog(String bootstrapServers) {
        super(bootstrapServers, Topics.FACE_CROPS, ProtobufSerde.faceCrops().deserializer());
    }

    public static CropLog open(String bootstrapServers) {
        return new CropLog(bootstrapServers);
    }
}
