package dev.rapt.detector;

import dev.rapt.detector.face.FaceRuntime;

class OpenCvFaceDetectorTest extends FaceDetectorContract {

    OpenCvFaceDetectorTest() {
        super(FaceRuntime.OPENCV, FaceRuntime.TFLITE);
    }
}
