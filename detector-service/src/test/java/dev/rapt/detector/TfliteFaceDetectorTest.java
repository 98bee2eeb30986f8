package dev.rapt.detector;

import dev.rapt.detector.face.FaceRuntime;

class TfliteFaceDetectorTest extends FaceDetectorContract {

    TfliteFaceDetectorTest() {
        super(FaceRuntime.TFLITE, FaceRuntime.OPENCV);
    }
}
