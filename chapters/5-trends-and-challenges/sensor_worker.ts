import { readSensor } from "./sensor.ts";

self.postMessage(readSensor());
