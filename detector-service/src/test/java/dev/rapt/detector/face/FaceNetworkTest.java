package dev.rapt.detector.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapt.detector.frame.DecodedFrame;
import dev.rapt.detector.frame.FrameDecoder;
import dev.rapt.detector.frame.ImageLimits;
import dev.rapt.detector.frame.NativeObjects;
import dev.rapt.detector.frame.Pictures;
import dev.rapt.face.models.FaceModels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaceNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "FULL_RANGE, 192, 0.00784313725, 127.5, 2304, 36864",
        "SHORT_RANGE, 128, 0.00784313725, 127.5, 896, 14336",
        "LANDMARKS, 192, 0.00392156862, 0, 1, 1404"
    })
    void outputsAreTheSameTo1e4(FaceModels model, int side, double scale, double mean, int few, int many)
            throws Exception {
        byte[] face = Pictures.png(Pictures.part("sample3.jpg", 1020, 180, 300, 300, side));
        float[][] expected = {new float[few], new float[many]};
        float[][] outputs = {new float[few], new float[many]};

        // When
        try (DecodedFrame frame = new FrameDecoder(ImageLimits.defaults()).decode(face);
                FaceNetwork reference = FaceRuntime.OPENCV.network(model.bytes(), scale, mean);
                FaceNetwork network = FaceRuntime.TFLITE.network(model.bytes(), scale, mean)) {
            reference.run(frame.mat(), expected);
            network.run(frame.mat(), outputs);
        }

        // Then each value is as near as that, by its own size where it is large
        for (int output = 0; output < outputs.length; output++) {
            for (int i = 0; i < outputs[output].length; i++) {
                float value = expected[output][i];
                assertThat(outputs[output][i]).isCloseTo(value, within(1e-4f * Math.max(1, Math.abs(value))));
            }
        }
        assertThat(NativeObjects.live()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aModelThatDoesNotLoadLeavesNothingBehind(FaceRuntime runtime) {
        byte[] broken = new byte[4096];
        assertThatThrownBy(() -> runtime.network(broken, 1, 0)).isInstanceOf(RuntimeException.class);
        assertThat(NativeObjects.live()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatTheModelDoesNotHave(FaceRuntime runtime) {
        FaceNetwork network = runtime.network(FaceModels.LANDMARKS.bytes(), 1 / 255.0, 0);
        try (DecodedFrame grey = DecodedFrame.grey(192, 192)) {
            assertThatThrownBy(() -> network.run(grey.mat(), new float[7])).isInstanceOf(IllegalStateException.class);
            network.close();
            network.close();
            assertThatThrownBy(() -> network.run(grey.mat(), new float[1])).isInstanceOf(IllegalStateException.class);
        }
        assertThat(NativeObjects.live()).isZero();
    }
}
