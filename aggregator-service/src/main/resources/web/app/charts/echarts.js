/** The parts of Apache ECharts that the page draws with; the bundle holds no others. */

import {HeatmapChart, LineChart, PieChart} from 'echarts/charts';
import {
  DataZoomSliderComponent,
  GridComponent,
  MarkAreaComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
  VisualMapPiecewiseComponent,
} from 'echarts/components';
import {init, use} from 'echarts/core';
import {CanvasRenderer} from 'echarts/renderers';

use([
  HeatmapChart, LineChart, PieChart,
  DataZoomSliderComponent, GridComponent, MarkAreaComponent, TooltipComponent,
  VisualMapContinuousComponent, VisualMapPiecewiseComponent,
  CanvasRenderer,
]);

export {init};
